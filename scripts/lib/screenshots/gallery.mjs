import fs from 'node:fs';
import { fileName, VARIANTS } from './studio.mjs';

const INTRO = `# Pictures

Taken by \`npm run screenshots\` from the production build with the made-up people of the demo, each in light and dark,
1440 and 400 pixels wide; this page is written by the same script. \`npm run screenshots -- list\` takes those whose name
contains "list". Do not edit anything here by hand: the next run replaces it.
`;

const SHOWN_WIDTH = { 1440: 420, 400: 160 };

/** @param {import('./studio.mjs').Shot} shot */
function section(shot) {
  const [first, ...others] = VARIANTS;
  const pictures = others.map((variant) => {
    const { scheme, width } = variant;
    const alt = `${shot.title}, ${scheme}, ${width} pixels wide`;
    return `<img src="${fileName(shot, variant)}" alt="${alt}" width="${SHOWN_WIDTH[width]}">`;
  });
  return `## ${shot.title}

${shot.notice}

![${shot.title}](${fileName(shot, first)})

${pictures.join('\n')}
`;
}

/** Writes the page that shows every picture and says what to notice. @param {string} file @param {import('./studio.mjs').Shot[]} shots */
export function writeGallery(file, shots) {
  const contents = shots
    .map(
      ({ title }) =>
        `- [${title}](#${title
          .toLowerCase()
          .replace(/[^a-z0-9 -]/g, '')
          .replace(/ /g, '-')})`,
    )
    .join('\n');
  fs.writeFileSync(file, [INTRO, contents + '\n', ...shots.map(section)].join('\n'));
}
