import { parsePhone, type CountryCode } from '../../../../shared/phone';

/** The texts between line breaks, commas and semicolons when at least two of them are phone numbers; else null. */
export function readNumberList(
  text: string,
  defaultCountry: CountryCode | undefined,
): string[] | null {
  const parts = text
    .split(/[\r\n,;\t]+/)
    .map((part) => part.trim().slice(0, 50))
    .filter(Boolean);
  if (parts.length < 2) return null;
  const reading = defaultCountry ? { defaultCountry } : {};
  const readable = parts.filter((part) => parsePhone(part, reading).ok);
  return readable.length < 2 ? null : [...new Set(parts)];
}
