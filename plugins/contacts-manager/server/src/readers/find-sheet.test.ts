import { phoneNumber } from '../../../../../tests/factories/contacts';
import {
  PARTS,
  rawWorkbook,
  relation,
  relationsPart,
  sheetPart,
  workbookPart,
} from '../../../../../tests/factories/raw-workbook.mjs';
import { createReader } from '../../../../../tests/factories/read-back';
import type { WorkerInput } from './protocol';

let reader: ReturnType<typeof createReader>;
beforeAll(() => {
  reader = createReader();
});
afterAll(() => reader.close());

const TEMPLATE = ['Name', 'Primary Contact'];
const sheetOf = (...rows: string[][]) => {
  const cell = (text: string) => `<c t="str"><v>${text}</v></c>`;
  return sheetPart(rows.map((cells) => `<row>${cells.map(cell).join('')}</row>`).join(''));
};
const people = (first: number) =>
  sheetOf(TEMPLATE, ...[0, 1].map((at) => [`P${at}`, phoneNumber(first + at)]));
const HELP = sheetOf(['What', 'How'], ['Name', 'As one writes it'], ['Phone', phoneNumber(9)]);

/** A workbook of these sheets, in the order of their tabs. */
function bookOf(sheets: Record<string, string>): Buffer {
  const list = Object.entries(sheets).map(([name, part], at) => ({ name, part, id: `s${at}` }));
  const partName = (id: string) => `worksheets/${id}.xml`;
  return rawWorkbook({
    [PARTS.sheet]: null,
    [PARTS.workbook]: workbookPart(
      list.map(({ name, id }) => `<sheet name="${name}" sheetId="1" r:id="${id}"/>`).join(''),
    ),
    [PARTS.relations]: relationsPart(
      list.map(({ id }) => relation(partName(id), 'worksheet', id)).join(''),
    ),
    ...Object.fromEntries(list.map(({ part, id }) => [`xl/${partName(id)}`, part])),
  });
}

const planOf = (sheets: Record<string, string>, more: Partial<WorkerInput> = {}) =>
  reader.plan(bookOf(sheets), {}, more);

it('reads the sheet with the list, when the others are none', async () => {
  const { outcome } = await planOf({ Help: HELP, Empty: sheetOf(), People: people(1) });
  const sheets = ['Help', 'Empty', 'People'].map((name) => ({ name, rows: [] }));
  expect(outcome).toMatchObject({
    type: 'done',
    summary: { counts: { create: 2 }, table: { sheet: 'People', headerRow: 1, sheets } },
  });
});

it('asks which of two lists is meant, and reads the one that is named', async () => {
  const sheets = { 'Last year': people(1), 'This &amp; next': people(5), Help: HELP };
  const { outcome, staged } = await planOf(sheets);
  expect(staged).toEqual([]);
  expect(outcome).toMatchObject({
    type: 'needs-mapping',
    question: 'table',
    guess: { name: 0, primaryContact: 1 },
    table: {
      sheet: 'Last year',
      headerRow: 1,
      sheets: [
        { name: 'Last year', rows: [{ row: 1, cells: TEMPLATE }, {}, {}] },
        { name: 'This & next', rows: [{}, {}, { row: 3, cells: ['P1', phoneNumber(6)] }] },
        { name: 'Help', rows: [{}, {}, {}] },
      ],
    },
  });
  const named = await planOf(sheets, { sheet: 'This & next' });
  expect(named.staged.map(({ primaryContact }) => primaryContact)).toEqual([5, 6].map(phoneNumber));
});

it('takes the first sheet with rows for columns that were chosen without a sheet', async () => {
  const sheets = { Empty: sheetOf(), A: people(1), B: people(5) };
  const { staged } = await planOf(sheets, { mapping: { name: 0, primaryContact: 1 } });
  expect(staged[0]?.primaryContact).toBe(phoneNumber(1));
});

it('refuses a sheet or a row that is not there', async () => {
  const sheets = { A: people(1), B: sheetOf() };
  const codeOf = async (more: Partial<WorkerInput>) => {
    const { outcome } = await planOf(sheets, more);
    return outcome.type === 'failed' ? outcome.code : outcome.type;
  };
  await expect(codeOf({ sheet: 'C' })).resolves.toBe('sheet.not-found');
  await expect(codeOf({ sheet: 'B' })).resolves.toBe('file.no-rows');
  await expect(codeOf({ headerRow: 7 })).resolves.toBe('header-row.not-found');
});

it('finds a header row that a person named, far below the first rows', async () => {
  const notes = Array.from({ length: 400 }, (_, at) => `note ${at},\n`).join('');
  const csv = `${notes}Kunde,Rufnummer\nAsha,${phoneNumber(1)}\n`;
  const mapping = { name: 0, primaryContact: 1 };
  const { staged } = await reader.plan(Buffer.from(csv), {}, { headerRow: 401, mapping });
  expect(staged.map(({ row, decision }) => [row, decision])).toEqual([[402, 'create']]);
});
