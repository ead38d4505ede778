import type { Readable } from 'node:stream';
import type { Context } from 'koa';

/**
 * A body that fails half-way must not look finished. Koa logs the error but leaves the answer open for ever, so the
 * connection is closed without its end, which every client takes for a failed download.
 */
export function breakOffOnError(ctx: Context, body: Readable): void {
  body.once('error', () => {
    if (ctx.headerSent) ctx.res.destroy();
  });
}
