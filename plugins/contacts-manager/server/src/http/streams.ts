import type { Readable } from 'node:stream';
import type { Context } from 'koa';

/**
 * A body that fails half-way must not look finished: Koa would leave the answer open for ever, so the connection is
 * closed without its end, which every client takes for a failed download. That the reader goes away is no error.
 */
export function breakOffOnError(
  ctx: Context,
  body: Readable,
  report: (error: Error) => void,
): void {
  body.once('error', (error) => {
    if (ctx.res.destroyed) return;
    report(error);
    ctx.res.destroy();
  });
}
