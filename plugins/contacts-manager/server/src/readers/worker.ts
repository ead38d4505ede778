import { parentPort, workerData, type MessagePort } from 'node:worker_threads';
import type { DirectoryEntry, StagedRow } from '../domain/import/types';
import { planFile, type PlanPort } from './plan-file';
import type { FromWorker, ToWorker, WorkerInput } from './protocol';

/** Requests to the server's thread, each answered by a message with the same id. */
class ServerThread implements PlanPort {
  private lastId = 0;
  private readonly waiting = new Map<number, (answer: ToWorker) => void>();

  constructor(private readonly port: MessagePort) {
    port.on('message', (answer: ToWorker) => {
      const resolve = this.waiting.get(answer.id);
      this.waiting.delete(answer.id);
      resolve?.(answer);
    });
  }

  async lookup(phones: string[]): Promise<DirectoryEntry[]> {
    if (phones.length === 0) return [];
    const answer = await this.ask((id) => ({ type: 'lookup', id, phones }));
    return answer.type === 'directory' ? answer.entries : [];
  }

  async stage(rows: StagedRow[], progress: number): Promise<void> {
    await this.ask((id) => ({ type: 'stage', id, rows, progress }));
  }

  private ask(request: (id: number) => FromWorker): Promise<ToWorker> {
    this.lastId += 1;
    const id = this.lastId;
    return new Promise((resolve) => {
      this.waiting.set(id, resolve);
      this.port.postMessage(request(id));
    });
  }
}

async function run(port: MessagePort, input: WorkerInput): Promise<void> {
  const outcome: FromWorker = await planFile(input, new ServerThread(port));
  port.postMessage(outcome);
  // The listener would keep the thread alive.
  port.close();
}

if (!parentPort) throw new Error('readers/worker.ts runs in a worker thread only');
// A failure that is no refusal ends the thread; the server's side reports it as `file.parser-crashed`.
void run(parentPort, workerData as WorkerInput);
