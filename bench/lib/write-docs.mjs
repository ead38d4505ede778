import fs from 'node:fs';
import { inRoot, readJson } from '../../scripts/lib/project.mjs';
import { aimText, numberText } from './figure-text.mjs';

/**
 * @typedef {import('./report.mjs').StoredFigure} StoredFigure
 * @typedef {{ name: string, machine: ReturnType<typeof import('./report.mjs').describeMachine>,
 *   facts: Record<string, string>, figures: StoredFigure[] }} Results
 * @typedef {{ text: string, reasons: Map<string, string> }} Notes `reasons` by figure; `*` in a figure's
 *   name stands for anything
 */

const DOCUMENT = inRoot('docs', 'benchmarks.md');
const ORDER = ['list', 'import', 'export', 'create', 'bulk', 'browser'];

/** What a person has written about a benchmark: bench/notes/NAME.md. @param {string} name @returns {Notes} */
function readNotes(name) {
  const file = inRoot('bench', 'notes', `${name}.md`);
  const [text = '', ...sections] = fs.existsSync(file)
    ? fs.readFileSync(file, 'utf8').split(/^### /m)
    : [];
  const reasons = sections.map((section) => {
    const [figure = '', ...lines] = section.split('\n');
    return /** @type {const} */ ([figure.trim(), lines.join('\n').trim()]);
  });
  return { text: text.trim(), reasons: new Map(reasons) };
}

/** @param {StoredFigure} figure */
const nameOf = ({ group, what }) => `${group}: ${what}`;

/** @param {string} text */
const literally = (text) => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');

/** @param {Notes} notes @param {StoredFigure} figure */
function reasonOf({ reasons }, figure) {
  const matches = (/** @type {string} */ pattern) =>
    new RegExp(`^${pattern.split('*').map(literally).join('.*')}$`).test(nameOf(figure));
  return [...reasons].find(([pattern]) => matches(pattern))?.[1];
}

/** @param {StoredFigure} figure */
const verdictOf = ({ met }) => (met === null ? '' : met ? 'met' : '**missed**');

/** @param {string} text */
const cell = (text) => text.replaceAll('|', '\\|');

/** @param {StoredFigure[]} figures */
const tableOf = (figures) =>
  [
    '| | figure | aim | | remark |',
    '| --- | ---: | --- | --- | --- |',
    ...figures.map((figure) =>
      [
        figure.what,
        `${numberText(figure.value, figure.digits)} ${figure.unit}`,
        aimText(figure.aim, figure.unit),
        verdictOf(figure),
        figure.note ?? '',
      ].reduce((row, text) => `${row} ${cell(text)} |`, '|'),
    ),
  ].join('\n');

/** Misses with one reason are told together. @param {Results} results @param {Notes} notes */
function missesOf({ figures }, notes) {
  /** @type {Map<string, StoredFigure[]>} */
  const byReason = new Map();
  for (const figure of figures.filter(({ met }) => met === false)) {
    const reason = reasonOf(notes, figure) ?? 'Not explained yet.';
    byReason.set(reason, [...(byReason.get(reason) ?? []), figure]);
  }
  if (byReason.size === 0) return [];
  const parts = [...byReason].map(([reason, missed]) => {
    const list = missed.map(
      (figure) =>
        `- ${nameOf(figure)}: ${numberText(figure.value, figure.digits)} ${figure.unit} instead of ${aimText(figure.aim, figure.unit)}`,
    );
    return `${list.join('\n')}\n\n${reason}`;
  });
  return ['### Why aims were missed', ...parts];
}

/** @param {Results} results */
function sectionOf(results) {
  const { name, machine, facts, figures } = results;
  const notes = readNotes(name);
  const { processor, cores, memory, system, node } = machine;
  const day = figures
    .map(({ at }) => at)
    .sort()[0]
    ?.slice(0, 10);
  const databases = Object.entries(facts).map(([what, value]) => `${what} ${value}`);
  const groups = [...new Set(figures.map(({ group }) => group))];
  return [
    `## \`npm run bench -- ${name}\``,
    notes.text,
    `Measured on ${day}: ${processor}, ${cores} cores, ${memory}; ${system}; Node ${node}; ${databases.join(', ')}.`,
    ...groups.flatMap((group) => [
      `### ${group}`,
      tableOf(figures.filter((figure) => figure.group === group)),
    ]),
    ...missesOf(results, notes),
  ];
}

/** Writes docs/benchmarks.md from bench/results and bench/notes. */
export async function writeDocs() {
  const folder = inRoot('bench', 'results');
  const found = fs.existsSync(folder) ? fs.readdirSync(folder) : [];
  /** @type {Results[]} */
  const all = found
    .filter((file) => file.endsWith('.json'))
    .map((file) => readJson(inRoot('bench', 'results', file)))
    .sort((a, b) => ORDER.indexOf(a.name) - ORDER.indexOf(b.name));
  const text = ['# Benchmarks', readNotes('index').text, ...all.flatMap(sectionOf)].join('\n\n');
  const { format, resolveConfig } = await import('prettier');
  const style = await resolveConfig(DOCUMENT);
  fs.writeFileSync(DOCUMENT, await format(text, { ...style, parser: 'markdown' }));
}
