import fs from 'node:fs';
import type { Core } from '@strapi/strapi';
import type { Context, Next } from 'koa';
import { Refusal } from '../../../shared/errors';
import { toStrapiError } from './errors';

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

const filesOf = (ctx: Pick<Context, 'request'>): Record<string, unknown> => {
  const { request } = ctx;
  const files: unknown = 'files' in request ? request.files : undefined;
  return typeof files === 'object' && files !== null ? { ...files } : {};
};

/** The one file sent under this name. */
export function uploadedFile(ctx: Pick<Context, 'request'>, field: string): UploadedFile {
  const file = filesOf(ctx)[field];
  if (!isUploadedFile(file)) throw new Refusal('file.missing');
  return file;
}

/** What formidable says of a request that is no proper form, or that ended before its end. */
const isBadForm = (error: unknown): boolean =>
  error instanceof Error && 'httpCode' in error && error.httpCode === 400;

/**
 * Goes before Strapi's body middleware, which removes uploaded files only when they come under its own
 * name, and lets everybody else's pile up: also those of requests that a policy refuses.
 */
export function handleUploads(strapi: Core.Strapi): (ctx: Context, next: Next) => Promise<void> {
  const apiPrefix = strapi.config.get<string>('api.rest.prefix', '/api');
  const ours = ['/contacts-manager/', `${apiPrefix}/contacts-manager/`];
  return async (ctx, next) => {
    const isOurs = ours.some((start) => ctx.path.startsWith(start));
    await (isOurs ? withoutLeftovers(ctx, next) : next());
  };
}

async function withoutLeftovers(ctx: Context, next: Next): Promise<void> {
  try {
    await next();
    // The body middleware's own answer to a file that is too large, which carries no code.
    if (ctx.status === 413) throw toStrapiError(new Refusal('file.too-large'));
  } catch (error) {
    throw isBadForm(error) ? toStrapiError(new Refusal('request.invalid')) : error;
  } finally {
    const files = Object.values(filesOf(ctx)).flat().filter(isUploadedFile);
    for (const { filepath } of files) await fs.promises.rm(filepath, { force: true });
  }
}
