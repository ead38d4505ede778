import { getCountries, getExampleNumber } from 'libphonenumber-js/max';
import examples from 'libphonenumber-js/mobile/examples';
import { E164_PATTERN, formatPhone, hasExtension, parsePhone, readCountry } from './phone';

const ASHA = '+919876543210';

describe('an international number', () => {
  it.each([
    '+919876543210',
    '+91 98765 43210',
    '+91-98765-43210',
    '+91.98765.43210',
    '+91/98765/43210',
    '+91–98765—43210',
    '+ 91 98765 43210',
    '(+91) 98765 43210',
    '+ (91) 98765 43210',
    '+91 (98765) 43210',
    '00919876543210',
    '0091 98765 43210',
    '(0091) 98765-43210',
    'tel:+91-98765-43210',
    'TEL: 919876543210',
    'tel :+919876543210',
    'whatsapp:+919876543210',
    'WhatsApp: +91 98765 43210',
    'whatsapp:919876543210',
    '\u200e+91\t98765\u200e 43210',
    '\u2066+91 98765 43210\u2069',
    '＋９１\u3000９８７６５\u3000４３２１０',
    '٠٠٩١ ٩٨٧٦٥ ٤٣٢١٠',
    '+৯১ ৯৮৭৬৫ ৪৩২১০',
    "'+919876543210",
    '\u202a+91 98765 43210\u202c',
    '\ufeff+91\u00ad98765\u200b43210',
    '+91\u202f98765\u00a043210',
    '＋９１ ９８７６５ ４３２１０',
    '+٩١ ٩٨٧٦٥ ٤٣٢١٠',
    '+९१ ९८७६५ ४३२१०',
    '  +919876543210\n',
  ])('is read from %j', (text) => {
    expect(parsePhone(text)).toEqual({
      ok: true,
      phone: ASHA,
      country: 'IN',
      assumedInternational: false,
    });
  });

  it('is read in its own country, whatever the default one is', () => {
    expect(parsePhone('+44 (0)7400 123456', { defaultCountry: 'IN' })).toMatchObject({
      phone: '+447400123456',
      country: 'GB',
    });
  });

  it('may belong to no country at all', () => {
    const parsed = parsePhone('+883 510 000000094');
    expect(parsed).toMatchObject({ ok: true, country: undefined });
  });
});

it.each([
  ['', 'phone.required'],
  [' \u200e ', 'phone.required'],
  ['+', 'phone.invalid'],
  ['00', 'phone.invalid'],
  ['abc', 'phone.invalid'],
  ['+91 12345', 'phone.invalid'],
  ['+0919876543210', 'phone.invalid'],
  ['+1 800 FLOWERS', 'phone.invalid'],
  ['+919876543210 ext. 5', 'phone.invalid'],
  ['+919876543210, +919876543211', 'phone.invalid'],
  ['call +919876543210', 'phone.invalid'],
  ['9876543210', 'phone.country-code-missing'],
  ['919876543210', 'phone.country-code-missing'],
  ['(020) 7946-0018', 'phone.country-code-missing'],
  ['9.19877E+11', 'phone.truncated'],
  ['9,19877e11', 'phone.truncated'],
  ['9198765432100000', 'phone.truncated'],
])('refuses %j with %s', (text, code) => {
  expect(parsePhone(text)).toEqual({ ok: false, code });
});

describe('bare digits', () => {
  it('are read in the default country', () => {
    expect(parsePhone('098765 43210', { defaultCountry: 'IN' })).toMatchObject({ phone: ASHA });
    expect(parsePhone('919876543210', { defaultCountry: 'IN' })).toMatchObject({ phone: ASHA });
    expect(parsePhone('12345', { defaultCountry: 'IN' })).toEqual({
      ok: false,
      code: 'phone.invalid',
    });
  });

  it('are never read as international without being asked to', () => {
    expect(parsePhone('34612345678', { defaultCountry: 'IN' })).toMatchObject({ ok: false });
  });

  it('are read as international in an import, after the default country', () => {
    const reading = { allowBareInternational: true };
    expect(parsePhone('919876543210', reading)).toMatchObject({
      phone: ASHA,
      assumedInternational: true,
    });
    // Valid in Indonesia, and with a plus a valid number of Japan: the country decides.
    expect(parsePhone('81234567890', { ...reading, defaultCountry: 'ID' })).toMatchObject({
      phone: '+6281234567890',
      assumedInternational: false,
    });
    expect(parsePhone('81234567890', reading)).toMatchObject({
      country: 'JP',
      assumedInternational: true,
    });
    expect(parsePhone('9876543210', reading)).toEqual({
      ok: false,
      code: 'phone.country-code-missing',
    });
  });
});

it('reads an example of every country to what the database accepts', () => {
  for (const country of getCountries()) {
    const example = getExampleNumber(country, examples);
    const parsed = parsePhone(example?.formatNational() ?? '', { defaultCountry: country });
    expect(parsed).toMatchObject({ ok: true, phone: example?.number });
    expect(example?.number).toMatch(E164_PATTERN);
  }
});

it('has a pattern of 7 to 15 digits that do not begin with zero', () => {
  for (const phone of ['+6834002', ASHA, '+123456789012345']) expect(phone).toMatch(E164_PATTERN);
  for (const text of ['+683400', '+0123456789', '+1234567890123456', '919876543210', `${ASHA}\n`]) {
    expect(text).not.toMatch(E164_PATTERN);
  }
});

it('tells an extension from digits of the number', () => {
  for (const text of [`${ASHA} ext. 5`, 'tel:+91-98765-43210;ext=5', '919876543210 x5']) {
    expect(hasExtension(text)).toBe(true);
  }
  expect(hasExtension('98765 43210 #5', { defaultCountry: 'IN' })).toBe(true);
  for (const text of [ASHA, '+4930123456-12', 'ext. 5', '']) expect(hasExtension(text)).toBe(false);
});

it('formats for people, and leaves what it does not know', () => {
  expect(formatPhone('+919876543210')).toBe('+91 98765 43210');
  expect(formatPhone('unknown')).toBe('unknown');
});

it('knows countries by their code', () => {
  expect(readCountry(' in ')).toBe('IN');
  expect(readCountry('XX')).toBeUndefined();
  expect(readCountry('')).toBeUndefined();
  expect(readCountry(null)).toBeUndefined();
});
