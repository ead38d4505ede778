import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { buildZip, type ZipFile } from '../../../../../../tests/factories/zip.mjs';
import { openZip } from './zip-directory';

// Files of real size, on machines that do other work at the same time.
jest.setTimeout(60_000);

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'zip-directory-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function save(bytes: Buffer): string {
  const file = path.join(folder, 'file.zip');
  writeFileSync(file, bytes);
  return file;
}

const open = (files: ZipFile[], limit?: number) => openZip(save(buildZip(files)), limit);

/** Opens a zip and reads one part to its end, as one text. */
async function readPart(bytes: Buffer, name: string): Promise<string> {
  const zip = await openZip(save(bytes));
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of zip.read(name)) chunks.push(chunk);
  } finally {
    zip.close();
  }
  return Buffer.concat(chunks).toString();
}

const MEGABYTE = 1024 * 1024;

it('finds and reads parts whatever the case of their names and the way they are stored', async () => {
  const bytes = buildZip([
    { name: 'xl/A.xml', data: 'deflated' },
    { name: 'b.xml', data: 'stored', method: 0 },
  ]);
  await expect(readPart(bytes, 'XL/a.xml')).resolves.toBe('deflated');
  await expect(readPart(bytes, '/b.xml')).resolves.toBe('stored');
  await expect(readPart(bytes, 'c.xml')).rejects.toMatchObject({ code: 'file.corrupt' });
});

describe('before a byte is inflated', () => {
  it('refuses a bomb by its ratio', async () => {
    const bomb = { name: 'a', data: Buffer.alloc(20 * MEGABYTE) };
    await expect(open([bomb])).rejects.toMatchObject({ code: 'file.too-complex' });
  });

  it('lets small parts and well-filled ones pass', async () => {
    const zip = await open([
      { name: 'small', data: Buffer.alloc(5 * MEGABYTE) },
      {
        name: 'big',
        data: '<c r="A1" s="1"/><v>919876543210</v>'.repeat(10),
        declaredSize: 36e6,
        packed: Buffer.alloc(1e6),
      },
    ]);
    expect(zip.sizeOf('big')).toBe(36e6);
    zip.close();
  });

  it('refuses more inflated bytes than allowed, over all parts', async () => {
    const part = (name: string) => ({ name, data: 'x'.repeat(600) });
    const zip = await open([part('a')], 1_000);
    zip.close();
    await expect(open([part('a'), part('b')], 1_000)).rejects.toMatchObject({
      code: 'file.too-complex',
    });
  });

  it('refuses thousands of entries', async () => {
    const files = Array.from({ length: 2_001 }, (_, index) => ({ name: `f${index}`, data: '' }));
    await expect(open(files)).rejects.toMatchObject({ code: 'file.too-complex' });
  });

  it('refuses entries that share bytes', async () => {
    const data = 'x'.repeat(100);
    const files = [
      { name: 'a', data },
      { name: 'b', data, offset: 0 },
    ];
    await expect(open(files)).rejects.toMatchObject({ code: 'file.corrupt' });
  });

  it.each([
    ['two parts of one name', ['xl/workbook.xml', 'XL/Workbook.xml']],
    ['two parts of one name behind slashes', ['a/b', 'a\\b']],
    ['a way out of the archive', ['../../etc/passwd']],
    ['an absolute name', ['/etc/passwd']],
    ['a drive letter', ['C:/x']],
  ])('refuses %s', async (_case, names) => {
    await expect(open(names.map((name) => ({ name, data: 'x' })))).rejects.toMatchObject({
      code: 'file.corrupt',
    });
  });

  it('refuses entries with a password, and methods that no workbook uses', async () => {
    await expect(open([{ name: 'a', data: 'x', flags: 1 }])).rejects.toMatchObject({
      code: 'file.encrypted',
    });
    await expect(open([{ name: 'a', data: 'x', method: 12 }])).rejects.toMatchObject({
      code: 'file.corrupt',
    });
  });

  it('refuses a directory with fewer entries than it says', async () => {
    const bytes = buildZip([{ name: 'a', data: 'x' }], { entryCount: 2 });
    await expect(openZip(save(bytes))).rejects.toMatchObject({ code: 'file.corrupt' });
  });
});

describe('while a part is inflated', () => {
  const data = 'name,phone\n'.repeat(1_000);

  it.each([
    ['longer than declared', { declaredSize: 100 }],
    ['shorter than declared', { declaredSize: data.length + 1 }],
    ['other than its checksum', { crc: 1 }],
    ['no deflate stream', { packed: Buffer.from('not deflated at all') }],
  ])('refuses a part that is %s', async (_case, lies) => {
    const bytes = buildZip([{ name: 'a', data, ...lies }]);
    await expect(readPart(bytes, 'a')).rejects.toMatchObject({ code: 'file.corrupt' });
  });

  it('stops a bomb that hides its size, long before it is inflated', async () => {
    const packed = deflateRawSync(Buffer.alloc(64 * MEGABYTE));
    const bytes = buildZip([{ name: 'a', data: '', declaredSize: 1_000, packed }]);
    const before = process.memoryUsage().rss;
    await expect(readPart(bytes, 'a')).rejects.toMatchObject({ code: 'file.corrupt' });
    expect(process.memoryUsage().rss - before).toBeLessThan(32 * MEGABYTE);
  });

  it('never hands out other text than was stored, whichever bit is flipped', async () => {
    const text = Array.from(
      { length: 200 },
      (_, index) => `+91987650${index},Person ${index}\n`,
    ).join('');
    const bytes = buildZip([{ name: 'a', data: text }]);
    for (let at = 0; at < bytes.length; at += 7) {
      const flipped = Buffer.from(bytes);
      flipped[at] = (flipped[at] ?? 0) ^ (1 << (at % 8));
      // Flips in fields that nobody needs, such as the time of day, may be read all the same.
      const outcome = await readPart(flipped, 'a').catch((error: unknown) => error);
      if (outcome !== text) expect(outcome).toHaveProperty('name', 'Refusal');
    }
  });

  it('refuses a file that was cut off anywhere', async () => {
    const bytes = buildZip([{ name: 'a', data }]);
    for (const length of [5, 40, bytes.length - 60, bytes.length - 1]) {
      await expect(readPart(bytes.subarray(0, length), 'a')).rejects.toMatchObject({
        code: 'file.corrupt',
      });
    }
  });
});
