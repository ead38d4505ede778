import { endOfDay, inTimeZone, isTimeZone, startOfDay } from '../../../shared/days';
import type { ContactFilterInput } from '../../../shared/filter';

/** The time zone in which the screens show times, by its IANA name. */
export function readerTimeZone(): string {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  return isTimeZone(timeZone) ? timeZone : 'UTC';
}

/**
 * A filter as the server is asked: its days are those of the reader. Addresses and views keep the days, so that
 * everybody who opens them gets the days of their own calendar.
 */
export const inReadersZone = <Filter extends ContactFilterInput>(filter: Filter): Filter =>
  inTimeZone(filter, readerTimeZone());

/** Days of an address, empty when not said, as instants of the reader's zone. */
export const readerRange = ({ from, to }: { from: string; to: string }) => ({
  from: from && startOfDay(from, readerTimeZone()),
  to: to && endOfDay(to, readerTimeZone()),
});
