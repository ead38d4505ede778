import { useIntl } from 'react-intl';

const SECOND = 1_000;
const MINUTE = 60;

/** "12 sec" or "3 min 20 sec", of milliseconds. */
export function useDurationText(): (milliseconds: number) => string {
  const { formatNumber } = useIntl();
  const text = (value: number, unit: 'minute' | 'second') =>
    formatNumber(value, { style: 'unit', unit, unitDisplay: 'short' });
  return (milliseconds) => {
    const all = Math.max(Math.round(milliseconds / SECOND), 1);
    const [minutes, seconds] = [Math.floor(all / MINUTE), all % MINUTE];
    if (minutes === 0) return text(seconds, 'second');
    return seconds === 0
      ? text(minutes, 'minute')
      : `${text(minutes, 'minute')} ${text(seconds, 'second')}`;
  };
}
