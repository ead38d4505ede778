import { attemptTokenRefresh } from '@strapi/strapi/admin';
import { EXPORT_TOTAL_HEADER, type ExportBodyInput } from '../../../shared/contracts/exports';
import { backendUrl } from './backend-url';
import { API } from './base';
import { createRowCounter } from './count-rows';

export type DownloadOutcome =
  | { kind: 'file'; content: Blob }
  /** `error` has the form of the other endpoints' errors, for `readFailure`. */
  | { kind: 'refused'; error: unknown }
  /** The answer began and ended before its time: what arrived is not the whole file. */
  | { kind: 'broken-off' }
  | { kind: 'cancelled' };

export interface DownloadRequest {
  body: ExportBodyInput;
  token: string | null;
  signal: AbortSignal;
  onProgress: (progress: DownloadProgress) => void;
}

export interface DownloadProgress {
  bytes: number;
  /** Contacts that have arrived; null where the bytes do not tell. */
  rows: number | null;
  /** Contacts that will; null where the server does not know. */
  total: number | null;
}

const send = ({ body, token, signal }: DownloadRequest): Promise<Response> =>
  fetch(`${backendUrl()}${API}/exports`, {
    method: 'POST',
    credentials: 'include',
    headers: { Authorization: `Bearer ${token ?? ''}`, 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
    signal,
  });

/** A session that has just expired is renewed once. */
async function sendSignedIn(request: DownloadRequest): Promise<Response> {
  const answer = await send(request);
  if (answer.status !== 401) return answer;
  try {
    const token = await attemptTokenRefresh(request.token);
    return await send({ ...request, token });
  } catch {
    // No new token: the first answer says it all.
    return answer;
  }
}

async function refusalOf(answer: Response): Promise<unknown> {
  try {
    const body: unknown = await answer.json();
    const error = typeof body === 'object' && body !== null && 'error' in body ? body.error : null;
    return typeof error === 'object' ? { ...error, status: answer.status } : null;
  } catch {
    // A proxy's HTML page instead of our JSON: the status alone has to do.
    return { status: answer.status };
  }
}

const totalOf = (answer: Response): number | null => {
  const total = answer.headers.get(EXPORT_TOTAL_HEADER);
  return total === null ? null : Number(total);
};

/** The whole file, while telling how much of it is there. */
async function receive(
  answer: Response,
  { body: { format }, onProgress }: DownloadRequest,
): Promise<Blob> {
  const total = totalOf(answer);
  const countRows = createRowCounter(format);
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let bytes = 0;
  const reader = answer.body?.getReader();
  for (;;) {
    const part = await reader?.read();
    if (!part?.value) break;
    parts.push(part.value);
    bytes += part.value.length;
    onProgress({ bytes, rows: countRows(part.value), total });
  }
  return new Blob(parts, { type: answer.headers.get('Content-Type') ?? '' });
}

/** Fetches an export. Strapi's own client reads nothing but JSON from a POST. */
export async function downloadExport(request: DownloadRequest): Promise<DownloadOutcome> {
  const { signal } = request;
  let answer: Response;
  try {
    answer = await sendSignedIn(request);
  } catch (error) {
    return signal.aborted ? { kind: 'cancelled' } : { kind: 'refused', error };
  }
  if (!answer.ok) return { kind: 'refused', error: await refusalOf(answer) };
  try {
    return { kind: 'file', content: await receive(answer, request) };
  } catch {
    return { kind: signal.aborted ? 'cancelled' : 'broken-off' };
  }
}
