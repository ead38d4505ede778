import { createReader } from '../../../../../../tests/factories/read-back';
import { pastedText } from './pasted-file';

let reader: ReturnType<typeof createReader>;
beforeAll(() => {
  reader = createReader();
});
afterAll(() => reader.close());

const cellsOf = async (text: string) => {
  const rows = await reader.rows(Buffer.from(pastedText(text)));
  return typeof rows === 'string' ? rows : rows.map(({ cells }) => cells);
};

it.each<[what: string, text: string, cells: string[][]]>([
  [
    'plain ones',
    'Name\tPhone\r\nAsha\t123\r\n',
    [
      ['Name', 'Phone'],
      ['Asha', '123'],
    ],
  ],
  [
    'more commas than tabs',
    'Rao, A, B\tx\nIyer, C\ty',
    [
      ['Rao, A, B', 'x'],
      ['Iyer, C', 'y'],
    ],
  ],
  ['marks that Excel leaves', `"A" team\t5' 10"`, [['"A" team', `5' 10"`]]],
  ['two lines', '"one\ntwo"\t"say ""hi"" twice\nor so"', [['one\ntwo', 'say "hi" twice\nor so']]],
  ['one column', 'Asha, 1\nRavi, 2', [['Asha, 1'], ['Ravi, 2']]],
])('cells are read as they stood in the spreadsheet: %s', async (_what, text, cells) => {
  await expect(cellsOf(text)).resolves.toEqual(cells);
});
