import { attemptTokenRefresh } from '@strapi/strapi/admin';
import type { NewStatus, SharedSecondary } from '../../../shared/contracts/imports';
import { backendUrl } from './backend-url';
import { API } from './base';

/** The choices behind "More options"; an empty country means that of the installation. */
export interface UploadOptions {
  existing: 'skip' | 'update';
  unknownNames: 'create' | 'reject';
  sharedSecondary: SharedSecondary;
  country: string;
  /** documentIds */
  groups: string[];
  /** documentId, or nothing */
  category: string;
  newStatus: NewStatus;
}

export type UploadOutcome =
  | { kind: 'accepted'; id: string }
  /** `error` has the form of the other endpoints' errors, for `readFailure`. */
  | { kind: 'refused'; error: unknown }
  | { kind: 'cancelled' };

export interface UploadRequest {
  file: File;
  options: UploadOptions;
  token: string | null;
  signal: AbortSignal;
  onProgress: (sentBytes: number, totalBytes: number) => void;
}

type Answer =
  { kind: 'answer'; status: number; body: unknown } | { kind: 'offline' } | { kind: 'cancelled' };

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // A proxy's HTML page instead of our JSON: the status alone has to do.
    return null;
  }
}

/** fetch cannot tell how much of a body has been sent, XMLHttpRequest can. */
function send({ file, options, token, signal, onProgress }: UploadRequest): Promise<Answer> {
  const body = new FormData();
  for (const [name, value] of Object.entries(options)) {
    for (const one of [value].flat()) body.append(name, String(one));
  }
  body.append('file', file);
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    const abort = () => request.abort();
    request.open('POST', `${backendUrl()}${API}/imports`);
    request.withCredentials = true;
    request.setRequestHeader('Authorization', `Bearer ${token ?? ''}`);
    request.upload.onprogress = (event) => onProgress(event.loaded, event.total);
    request.onload = () =>
      resolve({ kind: 'answer', status: request.status, body: readJson(request.responseText) });
    request.onerror = () => resolve({ kind: 'offline' });
    request.onabort = () => resolve({ kind: 'cancelled' });
    request.onloadend = () => signal.removeEventListener('abort', abort);
    signal.addEventListener('abort', abort);
    if (signal.aborted) abort();
    else request.send(body);
  });
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

const isAccepted = (body: unknown): body is { id: string } =>
  isRecord(body) && typeof body.id === 'string';

function readOutcome(answer: Answer): UploadOutcome {
  if (answer.kind === 'cancelled') return { kind: 'cancelled' };
  // As fetch has it where nobody answers.
  if (answer.kind === 'offline') return { kind: 'refused', error: { name: 'TypeError' } };
  const { status, body } = answer;
  if (status < 300 && isAccepted(body)) return { kind: 'accepted', id: body.id };
  // The body parser and proxies refuse by size before the product sees the file.
  if (status === 413) return { kind: 'refused', error: { details: { code: 'file.too-large' } } };
  const error = isRecord(body) && isRecord(body.error) ? body.error : {};
  return { kind: 'refused', error: { ...error, status } };
}

/** Sends the file and tells how far it is. A session that has just expired is renewed once. */
export async function uploadImport(request: UploadRequest): Promise<UploadOutcome> {
  const answer = await send(request);
  if (answer.kind !== 'answer' || answer.status !== 401) return readOutcome(answer);
  try {
    const token = await attemptTokenRefresh(request.token);
    return readOutcome(await send({ ...request, token }));
  } catch {
    // No new token: the first answer says it all.
    return readOutcome(answer);
  }
}
