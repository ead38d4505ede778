import fs from 'node:fs';
import path from 'node:path';
import type { ImportView } from '../../plugins/contacts-manager/shared/contracts/imports';
import { addContacts } from '../factories/contacts';
import { formatsDocument, type Entry, type Outcome } from '../factories/formats-document';
import { IMPORT_FIXTURES } from '../factories/import-fixtures';
import {
  KNOWN_NUMBER,
  type Expectation,
  type ImportFixture,
} from '../factories/import-fixtures/fixture';
import { importsOf } from '../factories/imports';
import { createApp, type TestApp } from '../helpers/app';
import type { Client } from '../helpers/client';

/** Every kind of file that people upload, and what docs/import-formats.md says of it. */
const DOCUMENT = path.resolve(__dirname, '../../docs/import-formats.md');
/** The server reads one after the other; meanwhile the next ones are made and uploaded. */
const AT_ONCE = 3;
/** Seldom enough to leave the processor to the reading. */
const ASK_EVERY = 200;
/** Each takes a second or two; one that takes as long as this hangs. */
const LIMIT = 90_000;

let app: TestApp;
let manager: Client;
let imports: ReturnType<typeof importsOf>;
const entries = new Map<ImportFixture, Entry>();

beforeAll(async () => {
  app = await createApp();
  manager = (await app.signIn('contacts-manager')).client;
  imports = importsOf(manager);
  await addContacts(manager, [{ name: 'Known', primaryContact: KNOWN_NUMBER }]);
  const queue = [...IMPORT_FIXTURES];
  const work = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      entries.set(next, { fixture: next, outcome: await outcomeOf(next) });
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}, 300_000);
afterAll(() => app.close());

async function inTime(name: string, reading: Promise<ImportView>): Promise<ImportView> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`"${name}" was not read in ${LIMIT} ms`)), LIMIT);
  });
  return Promise.race([reading, late]).finally(() => clearTimeout(timer));
}

async function outcomeOf({ name, make, fileName, options = {} }: ImportFixture): Promise<Outcome> {
  let request = manager.post('/contacts-manager/imports').attach('file', await make(), fileName);
  for (const [key, value] of Object.entries(options)) request = request.field(key, value);
  const { status, body } = await request;
  if (status !== 201) return { code: body.error.details.code };
  const view = await inTime(name, imports.settle(body.id, ASK_EVERY));
  if (view.error) return { code: view.error.code };
  const rows = await imports.rows(view.id);
  const problems = rows.flatMap(({ issues }) => issues);
  await imports.cancel(view.id).expect(200);
  return { view, problems, rows };
}

test.each(IMPORT_FIXTURES.map((fixture) => [fixture.section, fixture.name, fixture] as const))(
  '%s: %s',
  (_section, _name, fixture) => {
    const outcome = entries.get(fixture)?.outcome;
    if ('code' in fixture.expects) expect(outcome).toEqual(fixture.expects);
    else expect(outcome).toMatchObject(shapeOf(fixture.expects));
    if (!('rows' in fixture.expects) || !outcome || !('rows' in outcome)) return;
    expect(outcome.rows.map(({ cells }) => cells)).toEqual(fixture.expects.rows);
  },
);

const NO_COUNTS = { create: 0, update: 0, unchanged: 0, skip: 0, reject: 0 };

function shapeOf(expects: Exclude<Expectation, { code: unknown }>): object {
  if (expects.state === 'mapping') return { view: expects };
  const { state, counts, problems = [], formulaCells = 0 } = expects;
  return {
    view: { state, counts: { ...NO_COUNTS, ...counts }, formulaCells },
    problems: problems.map((problem) => {
      const [field, code] = problem.split(': ');
      return { field, code };
    }),
  };
}

test('docs/import-formats.md says what becomes of each', () => {
  const document = formatsDocument(IMPORT_FIXTURES.flatMap((one) => entries.get(one) ?? []));
  if (process.env.WRITE_DOCS) fs.writeFileSync(DOCUMENT, document);
  expect(fs.readFileSync(DOCUMENT, 'utf8')).toBe(document);
});
