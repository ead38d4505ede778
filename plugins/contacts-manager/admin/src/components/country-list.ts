import { getCountries, getCountryCallingCode } from 'libphonenumber-js/max';

export interface CountryChoice {
  code: string;
  /** Such as "India (+91)". */
  label: string;
}

/** A country's name in the language of the screen; its code where the browser knows no name. */
export const countryName = (code: string, locale: string): string =>
  new Intl.DisplayNames([locale], { type: 'region', fallback: 'code' }).of(code) ?? code;

/** Every country with phone numbers, by name. */
export function listCountries(locale: string): CountryChoice[] {
  const names = new Intl.DisplayNames([locale], { type: 'region', fallback: 'code' });
  const collator = new Intl.Collator(locale);
  return getCountries()
    .map((code) => ({
      code,
      label: `${names.of(code) ?? code} (+${getCountryCallingCode(code)})`,
    }))
    .sort((a, b) => collator.compare(a.label, b.label));
}
