import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { transformFileSync } from '@swc/core';
import {
  PARTS,
  rawWorkbook,
  sheetPart,
  stringsPart,
} from '../../../../../tests/factories/raw-workbook.mjs';
import type { StagedRow } from '../domain/import/types';
import type { WorkerInput } from './protocol';
import type * as StartWorker from './start-worker';

// Files of real size, on machines that do other work at the same time.
jest.setTimeout(60_000);

const PLUGIN = path.resolve(__dirname, '../../..');
let folder: string;
let runImportWorker: typeof StartWorker.runImportWorker;

/** A thread runs JavaScript only: the few files it needs are compiled beside their tests. */
function compile(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const source = path.join(from, entry.name);
    if (entry.isDirectory()) compile(source, path.join(to, entry.name));
    else if (entry.name.endsWith('.ts') && !entry.name.endsWith('.test.ts')) {
      const { code } = transformFileSync(source, {
        jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
        module: { type: 'commonjs' },
      });
      writeFileSync(path.join(to, entry.name.replace(/\.ts$/, '.js')), code);
    }
  }
}

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'start-worker-'));
  symlinkSync(path.resolve(PLUGIN, '../../node_modules'), path.join(folder, 'node_modules'));
  for (const part of ['shared', 'server/src/readers', 'server/src/domain']) {
    compile(path.join(PLUGIN, part), path.join(folder, part));
  }
  ({ runImportWorker } = (await import(
    path.join(folder, 'server/src/readers/start-worker.js')
  )) as typeof StartWorker);
});
afterAll(() => rmSync(folder, { recursive: true }));

function input(content: string | Buffer, limits: Partial<WorkerInput['limits']> = {}): WorkerInput {
  const filePath = path.join(folder, 'file');
  writeFileSync(filePath, content);
  return {
    filePath,
    limits: {
      ...{ fileBytes: 1e9, inflatedBytes: 1e9, rows: 1e6, milliseconds: 60_000, heapMb: 128 },
      ...limits,
    },
    policy: {
      existing: 'skip',
      unknownNames: 'create',
      uniqueness: 'any',
      sharedSecondary: 'keep',
      defaultCountry: undefined,
    },
    knownNames: { categories: [], groups: [] },
    knownNumbers: [],
    customFields: [],
  };
}

const phoneAt = (index: number) => `+9198${String(index).padStart(8, '0')}`;
const csvOf = (rows: number) =>
  [
    'Name,Primary Contact',
    ...Array.from({ length: rows }, (_, at) => `P${at},${phoneAt(at)}`),
  ].join('\n');

const nothing = { lookup: () => Promise.resolve([]), stage: () => Promise.resolve() };

it('plans a file in a thread, asking one thing at a time', async () => {
  const staged: StagedRow[] = [];
  let running = 0;
  const answer = async <Answer>(value: Answer): Promise<Answer> => {
    expect((running += 1)).toBe(1);
    await new Promise((resolve) => setTimeout(resolve, 2));
    running -= 1;
    return value;
  };
  const outcome = await runImportWorker(input(csvOf(3_000)), {
    lookup: (phones) =>
      answer(
        phones.includes(phoneAt(1))
          ? [
              {
                phone: phoneAt(1),
                slot: 'primary',
                contactId: 1,
                documentId: 'd',
                name: 'Asha',
                contactStatus: 'active',
                primaryContact: phoneAt(1),
                secondaryContact: null,
                email: null,
                notes: null,
                customFields: null,
                categoryKey: null,
                groupKeys: [],
              },
            ]
          : [],
      ),
    stage: (rows) => {
      staged.push(...rows);
      return answer(undefined);
    },
  });
  expect(outcome).toMatchObject({
    type: 'done',
    summary: { counts: { total: 3_000, create: 2_999, skip: 1 } },
  });
  expect(staged).toHaveLength(3_000);
  expect(staged[1]).toMatchObject({ decision: 'skip', contactId: 1 });
});

it('resolves for files that cannot be read or need a mapping', async () => {
  await expect(runImportWorker(input(''), nothing)).resolves.toMatchObject({
    type: 'failed',
    code: 'file.no-rows',
  });
  await expect(runImportWorker(input('Kunde,Rufnummer\n'), nothing)).resolves.toMatchObject({
    type: 'needs-mapping',
  });
});

it('survives a thread that runs out of memory', async () => {
  const strings = Array.from({ length: 400_000 }, (_, at) => `<t>${at} ${at * 7919}</t>`);
  const book = rawWorkbook({ [PARTS.strings]: stringsPart(strings), [PARTS.sheet]: sheetPart('') });
  const causes: Error[] = [];
  const outcome = await runImportWorker(input(book, { heapMb: 12 }), {
    ...nothing,
    onCrash: (cause) => causes.push(cause),
  });
  expect(outcome).toMatchObject({ type: 'failed', code: 'file.out-of-memory' });
  expect(causes.map(({ message }) => message)).toEqual([expect.stringMatching(/memory/)]);
});

it('ends a thread that takes too long', async () => {
  const causes: Error[] = [];
  const outcome = await runImportWorker(input(csvOf(50_000), { milliseconds: 50 }), {
    ...nothing,
    onCrash: (cause) => causes.push(cause),
  });
  expect(outcome).toMatchObject({ type: 'failed', code: 'file.out-of-time' });
  expect(causes).toHaveLength(1);
});

it('rejects with what a handler throws, and asks nothing more', async () => {
  let stagings = 0;
  const failing = runImportWorker(input(csvOf(5_000)), {
    ...nothing,
    stage: () => {
      stagings += 1;
      return Promise.reject(new Error('disk full'));
    },
  });
  await expect(failing).rejects.toThrow('disk full');
  expect(stagings).toBe(1);
});

it('stops when it is told to, and not before a running handler has ended', async () => {
  const stop = new AbortController();
  let isRunning = false;
  const running = runImportWorker(input(csvOf(5_000)), {
    ...nothing,
    signal: stop.signal,
    stage: async () => {
      isRunning = true;
      stop.abort(new Error('cancelled'));
      await new Promise((resolve) => setTimeout(resolve, 50));
      isRunning = false;
    },
  });
  await expect(running).rejects.toThrow('cancelled');
  expect(isRunning).toBe(false);
  const late = runImportWorker(input(csvOf(1)), { ...nothing, signal: stop.signal });
  await expect(late).rejects.toThrow('cancelled');
});
