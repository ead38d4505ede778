import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { EXAMPLE_NAME } from '../../../shared/import-fields';
import { PARTS, rawWorkbook, sheetPart } from '../../../../../tests/factories/raw-workbook.mjs';
import type { DirectoryEntry, StagedRow } from '../domain/import/types';
import { planFile, type PlanPort } from './plan-file';
import type { WorkerInput } from './protocol';

// Files of real size, on machines that do other work at the same time.
jest.setTimeout(60_000);

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'plan-file-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const HEADER = 'Name,Category,Primary Contact,Secondary Contact,Email,Groups,Notes\n';

function input(content: string | Buffer, more: Partial<WorkerInput> = {}): WorkerInput {
  const filePath = path.join(folder, 'file');
  writeFileSync(filePath, content);
  return {
    filePath,
    limits: { fileBytes: 1e8, inflatedBytes: 1e8, rows: 1e6, milliseconds: 6e4, heapMb: 256 },
    policy: {
      existing: 'skip',
      unknownNames: 'create',
      uniqueness: 'any',
      sharedSecondary: 'keep',
      defaultCountry: undefined,
    },
    knownNames: { categories: ['Student'], groups: ['Choir'] },
    knownNumbers: [],
    customFields: [],
    ...more,
  };
}

/** A directory in memory that remembers what it was asked and given. */
function recordingPort(entries: DirectoryEntry[] = []) {
  const asked: string[][] = [];
  const staged: StagedRow[] = [];
  const progress: number[] = [];
  const port: PlanPort = {
    lookup: (phones) => {
      asked.push(phones);
      return Promise.resolve(entries.filter(({ phone }) => phones.includes(phone)));
    },
    stage: (rows, part) => {
      staged.push(...rows);
      progress.push(part);
      return Promise.resolve();
    },
  };
  return { port, asked, staged, progress };
}

const phoneAt = (index: number) => `+9198${String(index).padStart(8, '0')}`;

it('plans a file from beginning to end', async () => {
  const { port, asked, staged, progress } = recordingPort();
  const csv = `${HEADER}${EXAMPLE_NAME},Student,+919876543210\nAsha,Student,${phoneAt(1)},${phoneAt(2)}\nRavi,,abc\n`;
  await expect(planFile(input(csv), port)).resolves.toEqual({
    type: 'done',
    summary: {
      counts: { total: 2, create: 1, update: 0, unchanged: 0, skip: 0, reject: 1 },
      newNames: { categories: [], groups: [] },
      assumedInternational: [],
      sharedNumbers: { rows: 0, first: [] },
      dropped: 0,
      formulaCells: 0,
      lackingCountry: 0,
      numbersWithoutCountry: { count: 0, guess: null },
      headers: HEADER.trim().split(','),
      mapping: {
        name: 0,
        category: 1,
        primaryContact: 2,
        secondaryContact: 3,
        email: 4,
        groups: 5,
        notes: 6,
      },
      table: { sheets: [{ name: '', rows: [] }], sheet: '', headerRow: 1 },
    },
  });
  expect(asked).toEqual([[phoneAt(1), phoneAt(2)]]);
  expect(staged.map(({ row, decision }) => [row, decision])).toEqual([
    [3, 'create'],
    [4, 'reject'],
  ]);
  expect(staged[0]?.documentId).toMatch(/^[a-z][a-z0-9]{23}$/);
  expect(progress).toEqual([1]);
});

it('plans large files in batches, with repeats seen across them, one batch at a time', async () => {
  const rows = Array.from(
    { length: 4_500 },
    (_, index) => `P${index},,${phoneAt(index % 4_000)}\n`,
  );
  const { port, staged, progress, asked } = recordingPort();
  let running = 0;
  const slow: PlanPort = {
    lookup: async (phones) => {
      expect((running += 1)).toBe(1);
      await new Promise((resolve) => setTimeout(resolve, 5));
      running -= 1;
      return port.lookup(phones);
    },
    stage: async (batch, part) => {
      expect((running += 1)).toBe(1);
      await new Promise((resolve) => setTimeout(resolve, 5));
      running -= 1;
      return port.stage(batch, part);
    },
  };
  const outcome = await planFile(input(HEADER + rows.join('')), slow);
  expect(outcome).toMatchObject({
    type: 'done',
    summary: { counts: { total: 4_500, create: 4_000, reject: 500 } },
  });
  expect(staged.map(({ row }) => row)).toEqual(rows.map((_, index) => index + 2));
  expect(staged.at(-1)?.issues).toMatchObject([{ code: 'phone.repeated', detail: '501' }]);
  expect(new Set(staged.map(({ documentId }) => documentId)).size).toBe(4_001);
  expect(asked.length).toBeGreaterThanOrEqual(4);
  expect(Math.max(...asked.map(({ length }) => length))).toBeLessThan(1_500);
  expect(progress).toEqual(progress.toSorted((a, b) => a - b));
});

it('asks for a mapping, and follows the one it is given', async () => {
  const csv = `Kunde,Rufnummer\nAsha,${phoneAt(1)}\n`;
  const { port, staged } = recordingPort();
  await expect(planFile(input(csv), port)).resolves.toEqual({
    type: 'needs-mapping',
    question: 'columns',
    headers: ['Kunde', 'Rufnummer'],
    guess: {},
    table: {
      sheets: [
        {
          name: '',
          rows: [
            { row: 1, cells: ['Kunde', 'Rufnummer'] },
            { row: 2, cells: ['Asha', phoneAt(1)] },
          ],
        },
      ],
      sheet: '',
      headerRow: 1,
    },
  });
  expect(staged).toEqual([]);
  const mapped = input(csv, { mapping: { name: 0, primaryContact: 1 } });
  await expect(planFile(mapped, port)).resolves.toMatchObject({
    type: 'done',
    summary: { counts: { create: 1 }, headers: ['Kunde', 'Rufnummer'] },
  });
});

it('counts the formulas of the columns it reads, and no others', async () => {
  const text = (value: string) => `<c t="str"><v>${value}</v></c>`;
  const formula = (value: string) => `<c t="str"><f>A1</f><v>${value}</v></c>`;
  const sheet = sheetPart(
    `<row>${text('Name')}${text('Primary Contact')}${text('Age')}</row>` +
      `<row>${formula('Asha')}${formula(phoneAt(1))}${formula('7')}</row>` +
      `<row>${text('Ravi')}${text(phoneAt(2))}${formula('8')}</row>` +
      // A formula that shows nothing is blank; one whose result was never saved may not be.
      `<row>${text('Mina')}${text(phoneAt(3))}</row><row>${formula('')}</row><row><c><f>A2</f></c></row>`,
  );
  const outcome = planFile(input(rawWorkbook({ [PARTS.sheet]: sheet })), recordingPort().port);
  await expect(outcome).resolves.toMatchObject({
    summary: { counts: { total: 3, create: 3 }, formulaCells: 3 },
  });
});

it('plans the cards of a vCard file', async () => {
  const { port, staged } = recordingPort();
  const cards = [phoneAt(1), phoneAt(2), 'ask'].map(
    (phone, at) => `BEGIN:VCARD\nVERSION:3.0\nFN:P${at}\nTEL:${phone}\nEND:VCARD\n`,
  );
  const outcome = await planFile(input(cards.join('')), port);
  expect(outcome).toMatchObject({
    type: 'done',
    summary: { counts: { create: 2, reject: 1 }, headers: HEADER.trim().split(',') },
  });
  expect(staged.map(({ row, name }) => [row, name])).toEqual([
    [2, 'P0'],
    [3, 'P1'],
    [4, 'P2'],
  ]);
});

describe("an export of another program's contacts", () => {
  const rows = Array.from({ length: 600 }, (_, at) => `P,${at},* myContacts,${phoneAt(at)}\n`);
  const csv = `First Name,Last Name,Labels,Phone 1 - Value\n${rows.join('')}`;

  it('needs no columns chosen', async () => {
    const { port, staged } = recordingPort();
    await expect(planFile(input(csv), port)).resolves.toMatchObject({
      type: 'done',
      summary: {
        counts: { total: 600, create: 600 },
        headers: HEADER.trim().split(','),
        mapping: { name: 0, primaryContact: 2 },
      },
    });
    expect(staged.at(-1)).toMatchObject({ row: 601, name: 'P 599', primaryContact: phoneAt(599) });
  });

  it('is read as it stands when columns were chosen', async () => {
    const { port, staged } = recordingPort();
    await planFile(input(csv, { mapping: { name: 1, primaryContact: 3 } }), port);
    expect(staged[0]).toMatchObject({ name: '0', primaryContact: phoneAt(0) });
  });
});

it.each([
  ['nothing but a header', HEADER, 'file.no-rows'],
  ['nothing but blank rows and the example', `${HEADER},,\n${EXAMPLE_NAME},,+1\n`, 'file.no-rows'],
  ['white space', ' \n\n', 'file.no-rows'],
  ['an empty sheet', rawWorkbook(), 'file.no-rows'],
  ['no phone column', 'Name,Email\nAsha,a@example.com\n', 'file.missing-column'],
  ['a picture', Buffer.from('89504e470d0a1a0a0000000d', 'hex'), 'file.unsupported'],
  ['a broken sheet', rawWorkbook({ [PARTS.sheet]: '<worksheet>' }), 'file.corrupt'],
])('fails for %s', async (_case, content, code) => {
  await expect(planFile(input(content), recordingPort().port)).resolves.toMatchObject({
    type: 'failed',
    code,
  });
});

it('fails when a file breaks after good rows', async () => {
  const good = '<row><c t="str"><v>Name</v></c><c t="str"><v>Primary Contact</v></c></row>';
  const sheet = sheetPart(`${good}<row><c t="str"><v>Asha</v></c></row>`).replace(
    '</row></s',
    '</s',
  );
  const outcome = planFile(input(rawWorkbook({ [PARTS.sheet]: sheet })), recordingPort().port);
  await expect(outcome).resolves.toMatchObject({ type: 'failed', code: 'file.corrupt' });
});

it('stops at the limits of bytes and rows', async () => {
  const rows = Array.from({ length: 20 }, (_, index) => `P,,${phoneAt(index)}\n`).join('');
  const limited = (limits: Partial<WorkerInput['limits']>) => {
    const given = input(HEADER + rows);
    return planFile({ ...given, limits: { ...given.limits, ...limits } }, recordingPort().port);
  };
  await expect(limited({ rows: 20 })).resolves.toMatchObject({ type: 'done' });
  await expect(limited({ rows: 19 })).resolves.toMatchObject({ code: 'file.too-many-rows' });
  await expect(limited({ fileBytes: 100 })).resolves.toMatchObject({ code: 'file.too-large' });
});

it('lets an error of the database through, it is not the fault of the file', async () => {
  const port = { ...recordingPort().port, stage: () => Promise.reject(new Error('disk full')) };
  const rows = Array.from({ length: 3_000 }, (_, index) => `P,,${phoneAt(index)}\n`).join('');
  await expect(planFile(input(HEADER + rows), port)).rejects.toThrow('disk full');
});
