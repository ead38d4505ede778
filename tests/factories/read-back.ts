import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Refusal } from '../../plugins/contacts-manager/shared/errors';
import type {
  RawRow,
  StagedRow,
} from '../../plugins/contacts-manager/server/src/domain/import/types';
import {
  planFile,
  type PlanOutcome,
} from '../../plugins/contacts-manager/server/src/readers/plan-file';
import type { WorkerInput } from '../../plugins/contacts-manager/server/src/readers/protocol';
import { openTables } from '../../plugins/contacts-manager/server/src/readers/row-source';

const LIMITS = { fileBytes: 1e8, inflatedBytes: 1e8, rows: 1e5, milliseconds: 6e4, heapMb: 256 };

/** Reads files from memory as an import reads them from the disk; `close` removes its folder. */
export function createReader() {
  const folder = mkdtempSync(path.join(tmpdir(), 'read-back-'));
  const filePath = path.join(folder, 'upload');
  return {
    /** All rows, or the code of the refusal. Anything else that is thrown is a bug. */
    async rows(bytes: Buffer): Promise<RawRow[] | string> {
      writeFileSync(filePath, bytes);
      const rows: RawRow[] = [];
      try {
        const file = await openTables(filePath, LIMITS, undefined);
        try {
          const source = await file.open(0);
          for await (const chunk of source.chunks) rows.push(...chunk);
        } finally {
          file.close();
        }
        return rows;
      } catch (error) {
        if (error instanceof Refusal) return error.code;
        throw error;
      }
    },
    async plan(
      bytes: Buffer,
      policy: Partial<WorkerInput['policy']> = {},
      more: Partial<WorkerInput> = {},
    ): Promise<{ outcome: PlanOutcome; staged: StagedRow[] }> {
      writeFileSync(filePath, bytes);
      const staged: StagedRow[] = [];
      const input: WorkerInput = {
        filePath,
        limits: LIMITS,
        policy: {
          existing: 'skip',
          unknownNames: 'create',
          uniqueness: 'any',
          sharedSecondary: 'keep',
          defaultCountry: undefined,
          ...policy,
        },
        knownNames: { categories: [], groups: [] },
        knownNumbers: [],
        customFields: [],
        ...more,
      };
      const outcome = await planFile(input, {
        lookup: () => Promise.resolve([]),
        stage: (rows) => Promise.resolve(void staged.push(...rows)),
      });
      return { outcome, staged };
    },
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
}
