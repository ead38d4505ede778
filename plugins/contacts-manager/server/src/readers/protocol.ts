import type { CustomField } from '../../../shared/custom-fields';
import type { ErrorCode } from '../../../shared/errors';
import type { ColumnMapping } from '../../../shared/contracts/imports';
import type {
  DirectoryEntry,
  ImportPolicy,
  PlanSummary,
  SourceTable,
  StagedRow,
} from '../domain/import/types';

/**
 * The worker reads, validates and plans; the server's own thread only runs SQL for it. Every request of
 * the worker carries an `id` and waits for the answer with the same `id`, so that at most one batch is
 * in flight and memory stays flat on both sides.
 */
export interface WorkerInput {
  filePath: string;
  limits: ReadLimits;
  policy: ImportPolicy;
  /** Set when a person chose columns; otherwise the headers decide. */
  mapping?: ColumnMapping;
  /** Set when a person chose where the list is; otherwise it is looked for. */
  sheet?: string;
  headerRow?: number;
  knownNames: { categories: string[]; groups: string[] };
  /** Some numbers of the directory: what country its people are of. */
  knownNumbers: string[];
  /** As they are when the file is read; the plan keeps to them. */
  customFields: CustomField[];
}

export interface ReadLimits {
  /** Bytes of the uploaded file. */
  fileBytes: number;
  /** Bytes after inflating, over all parts that are read. */
  inflatedBytes: number;
  /** Non-blank data rows. */
  rows: number;
  /** Wall clock of the whole reading, in milliseconds. */
  milliseconds: number;
  /** Old-generation heap of the worker, in MB. */
  heapMb: number;
}

export type FromWorker =
  | { type: 'lookup'; id: number; phones: string[] }
  | { type: 'stage'; id: number; rows: StagedRow[]; progress: number }
  | {
      type: 'needs-mapping';
      question: 'table' | 'columns';
      headers: string[];
      guess: ColumnMapping;
      table: SourceTable;
    }
  | { type: 'done'; summary: PlanSummary }
  | { type: 'failed'; code: ErrorCode; message: string };

export type ToWorker =
  { type: 'directory'; id: number; entries: DirectoryEntry[] } | { type: 'staged'; id: number };
