import fs from 'node:fs';
import os from 'node:os';
import type { Core } from '@strapi/strapi';
import type { Context, Next } from 'koa';
import { Refusal } from '../../../shared/errors';
import { readRefusal, toStrapiError } from './errors';

/** A file that Strapi's body middleware (formidable) has left on the disk. */
export interface UploadedFile {
  filepath: string;
  originalFilename: string | null;
  size: number;
}

const isUploadedFile = (value: unknown): value is UploadedFile =>
  typeof value === 'object' &&
  value !== null &&
  'filepath' in value &&
  typeof value.filepath === 'string' &&
  'size' in value &&
  typeof value.size === 'number';

interface WithRequest {
  request: object;
}

const filesOf = (ctx: WithRequest): Record<string, unknown> => {
  const { request } = ctx;
  const files: unknown = 'files' in request ? request.files : undefined;
  return typeof files === 'object' && files !== null ? { ...files } : {};
};

/** The one file sent under this name. */
export async function uploadedFile(ctx: WithRequest, field: string): Promise<UploadedFile> {
  const file = filesOf(ctx)[field];
  if (!isUploadedFile(file)) throw new Refusal('file.missing');
  // formidable counts what it could not write, and keeps silent about a disk that is full when the last bytes come:
  // the rows at the end of a list would be missing, and nobody would know.
  if ((await storedBytes(file.filepath)) !== file.size) throw new Refusal('file.no-room');
  return file;
}

async function storedBytes(filePath: string): Promise<number> {
  try {
    return (await fs.promises.stat(filePath)).size;
  } catch (error) {
    // Not even its name had room.
    if (codeOf(error) === 'ENOENT') return 0;
    throw error;
  }
}

const codeOf = (error: unknown): unknown =>
  error instanceof Error && 'code' in error ? error.code : undefined;

/** The disk is full, the account's share of it is used up, or the process may not write so large a file. */
const NO_ROOM: ReadonlySet<unknown> = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);

/** What formidable says of a request that is no proper form, or that ended before its end. */
const isBadForm = (error: unknown): boolean =>
  error instanceof Error && 'httpCode' in error && error.httpCode === 400;

/** What the body middleware throws, in our words; null for anything else. */
function refusalOf(error: unknown): Refusal | null {
  if (isBadForm(error)) return new Refusal('request.invalid');
  return NO_ROOM.has(codeOf(error)) ? new Refusal('file.no-room') : null;
}

/**
 * Goes before Strapi's body middleware, which removes uploaded files only when they come under its own
 * name, and lets everybody else's pile up: also those of requests that a policy refuses.
 */
export function handleUploads(strapi: Core.Strapi): (ctx: Context, next: Next) => Promise<void> {
  const apiPrefix = strapi.config.get<string>('api.rest.prefix', '/api');
  const ours = ['/contacts-manager/', `${apiPrefix}/contacts-manager/`];
  return async (ctx, next) => {
    const isOurs = ours.some((start) => ctx.path.startsWith(start));
    await (isOurs ? withoutLeftovers(strapi, ctx, next) : next());
  };
}

async function withoutLeftovers(strapi: Core.Strapi, ctx: Context, next: Next): Promise<void> {
  try {
    await next();
    // The body middleware's own answer to a file that is too large, which carries no code.
    if (ctx.status === 413) throw toStrapiError(new Refusal('file.too-large'));
  } catch (error) {
    const refusal = refusalOf(error);
    if ((refusal ?? readRefusal(error))?.code === 'file.no-room') {
      strapi.log.error(`Contacts: an upload found no room in ${os.tmpdir()}.`);
    }
    throw refusal ? toStrapiError(refusal) : error;
  } finally {
    const files = Object.values(filesOf(ctx)).flat().filter(isUploadedFile);
    for (const { filepath } of files) await fs.promises.rm(filepath, { force: true });
  }
}
