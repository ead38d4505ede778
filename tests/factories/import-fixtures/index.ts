import { CONTACT_FILES } from './contact-files';
import type { ImportFixture } from './fixture';
import { HOSTILE_ARCHIVES } from './hostile-archives';
import { HOSTILE_CONTENT } from './hostile-content';
import { NUMBERS } from './numbers';
import { OTHER_FILES } from './other-files';
import { TEXT_FILES } from './text-files';
import { WORKBOOKS } from './workbooks';

/** Every entry of docs/import-formats.md. A new kind of file is a fixture in one of these lists. */
export const IMPORT_FIXTURES: ImportFixture[] = [
  ...WORKBOOKS,
  ...TEXT_FILES,
  ...CONTACT_FILES,
  ...OTHER_FILES,
  ...NUMBERS,
  ...HOSTILE_ARCHIVES,
  ...HOSTILE_CONTENT,
];
