import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { uploadedFile } from './uploads';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'uploads-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** A request as Strapi's body middleware leaves it: `size` is what came in, the file what could be written. */
const requestWith = (size: number) => ({
  request: { files: { file: { filepath: path.join(folder, 'upload'), size } } },
});
const uploaded = (size: number) => uploadedFile(requestWith(size), 'file');

test('a file is taken only as a whole: a full disk cuts off its end', async () => {
  writeFileSync(path.join(folder, 'upload'), 'Name,Primary Contact\n');
  await expect(uploaded(21)).resolves.toMatchObject({ size: 21 });
  await expect(uploaded(22)).rejects.toMatchObject({ code: 'file.no-room' });
  rmSync(path.join(folder, 'upload'));
  await expect(uploaded(21)).rejects.toMatchObject({ code: 'file.no-room' });
});
