import type { ErrorCode } from '../../../../shared/errors';
import {
  hasExtension,
  parsePhone,
  type CountryCode,
  type E164,
  type PhoneReading,
} from '../../../../shared/phone';

/** What libphonenumber has no country for: satellite and other international networks (UN M49: world). */
const WORLD = '001';

/** What people and exports put between two numbers; Google writes ` ::: `. */
const SEPARATOR = /:::|[/;,|\r\n\u2028\u2029]/u;
/** `+49 30 1234567/68` means two numbers that differ at the end; read as one, it is a stranger's. */
const OTHER_ENDING = /^\s*\p{Nd}{1,2}\s*$/u;

type NumberField = 'primaryContact' | 'secondaryContact';
type NumberCells = Partial<Record<NumberField, string>>;

interface WrittenNumber {
  phone: E164;
  /** As it stands in the cell. */
  text: string;
  /** Set when it was read as international although it has no `+`. */
  assumedCountry: string | undefined;
}

export interface RowNumbers {
  primaryContact: E164 | null;
  secondaryContact: E164 | null;
  assumedCountries: string[];
  issues: { field: NumberField; code: ErrorCode }[];
  /** The given cells; a second number of the primary cell stands in the secondary one, where it can be corrected. */
  cells: NumberCells;
}

/**
 * The numbers of a row. A second number in the primary cell takes the place of a blank secondary one; where a number
 * has no place, the cell is a problem, because leaving the number out would lose it.
 */
export function readNumbers(
  cells: NumberCells,
  defaultCountry: CountryCode | undefined,
): RowNumbers {
  const reading: PhoneReading = {
    ...(defaultCountry ? { defaultCountry } : {}),
    allowBareInternational: true,
  };
  const issues: RowNumbers['issues'] = [];
  const read = (field: NumberField): WrittenNumber[] => {
    const result = readCell(cells[field] ?? '', reading);
    if (result.ok) return result.numbers;
    issues.push({ field, code: result.code });
    return [];
  };
  let primaries = read('primaryContact');
  let secondaries = cells.secondaryContact === undefined ? [] : read('secondaryContact');
  const isCrowded = distinct([...primaries, ...secondaries]).length > 2;
  if (primaries.length > 1 && isCrowded) {
    issues.push({ field: 'primaryContact', code: 'phone.several' });
    primaries = [];
  }
  if (secondaries.length > 1) {
    issues.push({ field: 'secondaryContact', code: 'phone.several' });
    secondaries = [];
  }
  const [primary, moved] = primaries;
  const secondary = moved ?? secondaries[0];
  if (secondary && secondary.phone === primary?.phone) {
    issues.push({ field: 'secondaryContact', code: 'phone.same-as-primary' });
  }
  return {
    primaryContact: primary?.phone ?? null,
    secondaryContact: secondary?.phone ?? null,
    assumedCountries: [primary, secondary].flatMap((number) => number?.assumedCountry ?? []),
    issues,
    cells:
      primary && moved && issues.length === 0
        ? { primaryContact: primary.text, secondaryContact: moved.text }
        : cells,
  };
}

type CellReading = { ok: true; numbers: WrittenNumber[] } | { ok: false; code: ErrorCode };

function readCell(cell: string, reading: PhoneReading): CellReading {
  const parts = cell.split(SEPARATOR).filter((part) => part.trim() !== '');
  // Before the whole cell: brackets and slashes stand within numbers, but no part of one is a number by itself.
  const several = parts.length > 1 ? readEach(parts, reading) : null;
  if (several) return { ok: true, numbers: distinct(several) };
  const whole = readOne(cell, reading);
  const [first = '', second = ''] = parts;
  if (whole && !(OTHER_ENDING.test(second) && readOne(first, reading))) {
    return { ok: true, numbers: [whole] };
  }
  return { ok: false, code: whole ? 'phone.several' : refusalOf(cell, parts, reading) };
}

/** Null unless every part is a number. */
function readEach(parts: readonly string[], reading: PhoneReading): WrittenNumber[] | null {
  const numbers: WrittenNumber[] = [];
  for (const part of parts) {
    const number = readOne(part, reading);
    if (!number) return null;
    numbers.push(number);
  }
  return numbers;
}

function readOne(text: string, reading: PhoneReading): WrittenNumber | null {
  const parsed = parsePhone(text, reading);
  if (!parsed.ok) return null;
  const assumedCountry = parsed.assumedInternational ? (parsed.country ?? WORLD) : undefined;
  return { phone: parsed.phone, text: text.trim(), assumedCountry };
}

function refusalOf(cell: string, parts: readonly string[], reading: PhoneReading): ErrorCode {
  if ([cell, ...parts].some((text) => hasExtension(text, reading))) return 'phone.extension';
  const parsed = parsePhone(cell, reading);
  return parsed.ok ? 'phone.invalid' : parsed.code;
}

const distinct = (numbers: readonly WrittenNumber[]): WrittenNumber[] => {
  const byPhone = new Map<string, WrittenNumber>();
  for (const number of numbers) if (!byPhone.has(number.phone)) byPhone.set(number.phone, number);
  return [...byPhone.values()];
};
