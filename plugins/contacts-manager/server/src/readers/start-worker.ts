import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { ERRORS } from '../../../shared/errors';
import type { DirectoryEntry, StagedRow } from '../domain/import/types';
import type { PlanOutcome } from './plan-file';
import type { FromWorker, ToWorker, WorkerInput } from './protocol';

export type { PlanOutcome };

type CrashCode = 'file.parser-crashed' | 'file.out-of-memory' | 'file.out-of-time';

export interface ImportHandlers {
  /** The contacts that hold any of these numbers, in either slot. At most about 2,000 numbers. */
  lookup(phones: string[]): Promise<DirectoryEntry[]>;
  /** Stores about 1,000 planned rows; `progress` is the part of the file that has been read, 0–1. */
  stage(rows: StagedRow[], progress: number): Promise<void>;
  /** Ends the worker; the promise rejects with the signal's reason. */
  signal?: AbortSignal;
  /** Told why a worker died, for the log: out of memory, out of time, or a bug of ours. */
  onCrash?(cause: Error): void;
}

/** The thread died, or was ended because it ran out of time; the file's fault as far as anyone can tell. */
class WorkerCrash extends Error {
  constructor(
    readonly code: CrashCode,
    message: string,
  ) {
    super(message);
  }
}

/** What Node says of a thread that has used up its heap. */
const OUT_OF_MEMORY = 'ERR_WORKER_OUT_OF_MEMORY';
const crashCodeOf = (error: Error): CrashCode =>
  'code' in error && error.code === OUT_OF_MEMORY ? 'file.out-of-memory' : 'file.parser-crashed';

/**
 * Reads and plans a file in a thread of its own, under limits of memory and time. Resolves for every
 * file, however broken; rejects only when a handler does or the signal aborts. Handlers are called one
 * at a time, and none is running any more when the promise settles.
 */
export async function runImportWorker(
  input: WorkerInput,
  handlers: ImportHandlers,
): Promise<PlanOutcome> {
  handlers.signal?.throwIfAborted();
  const { milliseconds, heapMb } = input.limits;
  const worker = new Worker(path.join(__dirname, 'worker.js'), {
    workerData: input,
    resourceLimits: { maxOldGenerationSizeMb: heapMb },
  });
  let answering = Promise.resolve();
  let stopWatching = (): void => undefined;
  try {
    return await new Promise<PlanOutcome>((resolve, reject) => {
      const crash = (code: CrashCode, message: string) => reject(new WorkerCrash(code, message));
      worker.on('message', (message: FromWorker) => {
        if (isOutcome(message)) resolve(message);
        else
          answering = answer(message, handlers).then((reply) => worker.postMessage(reply), reject);
      });
      worker.on('error', (error) => crash(crashCodeOf(error), error.message));
      worker.on('exit', (code) =>
        crash('file.parser-crashed', `The worker ended with code ${code}`),
      );
      stopWatching = watch(handlers.signal, reject, milliseconds, () =>
        crash('file.out-of-time', `Reading took more than ${milliseconds} ms`),
      );
    });
  } catch (error) {
    if (!(error instanceof WorkerCrash)) throw error;
    handlers.onCrash?.(error);
    return { type: 'failed', code: error.code, message: ERRORS[error.code] };
  } finally {
    stopWatching();
    await worker.terminate();
    await answering;
  }
}

/** Waits for the clock and for the caller's signal; returns what ends both waits. */
function watch(
  signal: AbortSignal | undefined,
  onAbort: (reason: Error) => void,
  milliseconds: number,
  onTime: () => void,
): () => void {
  const timer = setTimeout(onTime, milliseconds);
  const abort = () => onAbort(asError(signal?.reason));
  signal?.addEventListener('abort', abort);
  return () => {
    clearTimeout(timer);
    signal?.removeEventListener('abort', abort);
  };
}

const asError = (reason: unknown): Error =>
  reason instanceof Error ? reason : new Error('Reading was aborted', { cause: reason });

const isOutcome = (message: FromWorker): message is PlanOutcome =>
  message.type !== 'lookup' && message.type !== 'stage';

type Request = Exclude<FromWorker, PlanOutcome>;

async function answer(request: Request, handlers: ImportHandlers): Promise<ToWorker> {
  const { id } = request;
  if (request.type === 'lookup') {
    return { type: 'directory', id, entries: await handlers.lookup(request.phones) };
  }
  await handlers.stage(request.rows, request.progress);
  return { type: 'staged', id };
}
