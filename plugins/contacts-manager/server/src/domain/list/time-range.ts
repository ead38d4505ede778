/** A stretch of time as a query asks for it: ISO instants; `before` is exclusive, `to` inclusive. */
export interface TimeRange {
  from?: string;
  to?: string;
  before?: string;
}

const DAY_MS = 86_400_000;
const isDay = (moment: string): boolean => moment.length === 'YYYY-MM-DD'.length;
const instant = (moment: string): string => new Date(moment).toISOString();

/** A day counts whole (UTC), an instant is exact; null when neither end is given. */
export function readTimeRange(from: string | undefined, to: string | undefined): TimeRange | null {
  if (from === undefined && to === undefined) return null;
  return {
    ...(from !== undefined && { from: instant(from) }),
    ...(to !== undefined &&
      (isDay(to)
        ? { before: new Date(new Date(to).getTime() + DAY_MS).toISOString() }
        : { to: instant(to) })),
  };
}
