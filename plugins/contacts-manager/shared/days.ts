const DAY_MS = 86_400_000;

/** Whether a text is a time zone by its IANA name, such as `Asia/Kolkata`. */
export function isTimeZone(text: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: text });
    return true;
  } catch {
    return false;
  }
}

const OFFSET = /GMT([+-])(\d{2}):(\d{2})(?::(\d{2}))?$/;

/** Milliseconds by which the clocks of a zone are ahead of UTC at an instant. */
function offsetAt(instant: number, timeZone: string): number {
  const text = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' });
  const [, sign, hours, minutes, seconds = '0'] = OFFSET.exec(text.format(instant)) ?? [];
  if (!sign) return 0;
  const ahead = (Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds);
  return (sign === '-' ? -ahead : ahead) * 1_000;
}

/** The instant at which a day begins; `utc` is when it begins at UTC. */
function beginningOf(utc: number, timeZone: string): number {
  const before = offsetAt(utc - DAY_MS, timeZone);
  const after = offsetAt(utc + DAY_MS, timeZone);
  const offset = [before, after].find((each) => offsetAt(utc - each, timeZone) === each);
  // Where clocks skip midnight, the day begins at the instant at which they do.
  return utc - (offset ?? before);
}

/** The API reads years of four digits; half-typed ones may end up beyond them. */
const written = (instant: number, day: string): string => {
  const iso = new Date(instant).toISOString();
  return /^\d{4}-/.test(iso) ? iso : day;
};

/** The first instant of a day (yyyy-mm-dd) in a zone. */
export const startOfDay = (day: string, timeZone: string): string =>
  written(beginningOf(Date.parse(day), timeZone), day);

/** Its last instant, to the millisecond. */
export const endOfDay = (day: string, timeZone: string): string =>
  written(beginningOf(Date.parse(day) + DAY_MS, timeZone) - 1, day);

interface DayRanges {
  createdFrom?: string | undefined;
  createdTo?: string | undefined;
  statusChangedFrom?: string | undefined;
  statusChangedTo?: string | undefined;
}
const STARTS = ['createdFrom', 'statusChangedFrom'] as const;
const ENDS = ['createdTo', 'statusChangedTo'] as const;

const isDay = (moment: string): boolean => moment.length === 'yyyy-mm-dd'.length;

/** The same filter with its days as instants of a zone, exact where the API reads days as those of UTC. */
export function inTimeZone<Filter extends DayRanges>(filter: Filter, timeZone: string): Filter {
  const exact: Partial<Record<keyof DayRanges, string>> = {};
  for (const key of STARTS) {
    const day = filter[key];
    if (day && isDay(day)) exact[key] = startOfDay(day, timeZone);
  }
  for (const key of ENDS) {
    const day = filter[key];
    if (day && isDay(day)) exact[key] = endOfDay(day, timeZone);
  }
  return { ...filter, ...exact };
}
