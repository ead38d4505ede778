import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import ExcelJS from 'exceljs';
import type { ImportRowView } from '../../plugins/contacts-manager/shared/contracts/import-rows';
import type {
  ImportState,
  ImportView,
} from '../../plugins/contacts-manager/shared/contracts/imports';
import type { Client } from '../helpers/client';
import { writeRows } from './workbook.mjs';

const BUSY: ImportState[] = ['parsing', 'committing'];

/** Imports as a person with the right does them, over HTTP; or an application, under its own `root`. */
export function importsOf(client: Client, root = '/contacts-manager/imports') {
  const url = (id: string, step = '') => `${root}/${id}${step}`;

  const uploadBytes = async (
    bytes: Buffer,
    name: string,
    options: Record<string, string> = {},
  ): Promise<string> => {
    let request = client.post(root).attach('file', bytes, name);
    for (const [key, value] of Object.entries(options)) request = request.field(key, value);
    const { body } = await request.expect(201);
    return body.id;
  };

  /** Waits while the server works; `every` so many milliseconds it is asked. */
  const settle = async (id: string, every = 50): Promise<ImportView> => {
    for (;;) {
      const { body } = await client.get(url(id)).expect(200);
      const view: ImportView = body;
      if (!BUSY.includes(view.state)) return view;
      await new Promise((resolve) => setTimeout(resolve, every));
    }
  };

  const upload = async (
    rows: (string | number)[][],
    options: Record<string, string> = {},
    headers?: string[],
  ): Promise<string> => uploadBytes(await workbookOf(rows, headers), 'people.xlsx', options);

  return {
    uploadBytes,
    upload,
    settle,
    /** Uploads and waits for the review. */
    async review(...args: Parameters<typeof upload>): Promise<ImportView> {
      return settle(await upload(...args));
    },
    async rows(id: string, query = ''): Promise<ImportRowView[]> {
      const { body } = await client.get(url(id, `/rows${query}`)).expect(200);
      return body.results;
    },
    confirm: (id: string) => client.post(url(id, '/confirm')),
    cancel: (id: string) => client.post(url(id, '/cancel')),
    map: (id: string, mapping: object) => client.post(url(id, '/mapping'), { mapping }),
    /** Where the list is, and which column is which. */
    choose: (id: string, body: object) => client.post(url(id, '/mapping'), body),
    get: (id: string) => client.get(url(id)),
    correct: (id: string, number: number, patch: object) =>
      client.patch(url(id, `/rows/${number}`), patch),
    replace: (id: string, replacement: object) => client.post(url(id, '/replace'), replacement),
    /** Confirms and waits for the result. */
    async finish(id: string): Promise<ImportView> {
      await client.post(url(id, '/confirm')).expect(200);
      return settle(id);
    },
  };
}

/** A workbook in template form. */
export async function workbookOf(rows: (string | number)[][], headers?: string[]): Promise<Buffer> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'workbook-'));
  try {
    const file = path.join(folder, 'people.xlsx');
    await writeRows(file, rows, headers);
    return fs.readFileSync(file);
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
}

/** A workbook of several sheets, in the order of their tabs. */
export async function sheetsOf(sheets: Record<string, string[][]>): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  for (const [name, rows] of Object.entries(sheets)) workbook.addWorksheet(name).addRows(rows);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

/** Cells in the order of the template; what is not given is empty. */
export const row = (person: {
  name: string;
  phone: string;
  category?: string;
  secondary?: string;
  email?: string;
  groups?: string;
  notes?: string;
}): string[] => [
  person.name,
  person.category ?? '',
  person.phone,
  person.secondary ?? '',
  person.email ?? '',
  person.groups ?? '',
  person.notes ?? '',
];
