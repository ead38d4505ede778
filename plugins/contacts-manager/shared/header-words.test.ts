import { HEADER_SYNONYMS } from './header-synonyms';
import { columnOfHeader, fieldOfHeader, headerKey, isNamePart, SYNONYMS } from './header-words';
import { IMPORT_FIELD_NAMES } from './import-fields';

it.each([
  ['Nombre completo', 'name'],
  ['Nome', 'name'],
  ['Nom', 'name'],
  ['Nama Lengkap', 'name'],
  ['नाम', 'name'],
  ['الإسم', 'name'],
  ['Teléfono móvil', 'primaryContact'],
  ['Nº de teléfono', null],
  ['Telemóvel', 'primaryContact'],
  ['Numéro de téléphone', 'primaryContact'],
  ['Handynummer', 'primaryContact'],
  ['Cellulare', 'primaryContact'],
  ['No. HP', 'primaryContact'],
  ['फ़ोन नंबर', 'primaryContact'],
  ['रक़म', null],
  ['رقم الهاتف', 'primaryContact'],
  ['Otro teléfono', 'secondaryContact'],
  ['Zweitnummer', 'secondaryContact'],
  ['Correo electrónico', 'email'],
  ['البريد الإلكتروني', 'email'],
  ['समूह', 'groups'],
  ['Étiquettes', 'groups'],
  ['Observações', 'notes'],
  ['Catatan', 'notes'],
  ['ملاحظات', 'notes'],
  ['Vorname', null],
])('%s means %s', (header, field) => {
  expect(fieldOfHeader(header)).toBe(field);
});

it('gives each word to one field only', () => {
  const words = IMPORT_FIELD_NAMES.flatMap((field) => SYNONYMS[field]);
  const repeated = words.filter((word, at) => words.indexOf(word) !== at);
  // Languages share words; fields must not.
  for (const word of repeated) {
    expect(IMPORT_FIELD_NAMES.filter((field) => SYNONYMS[field].includes(word))).toHaveLength(1);
  }
});

it('has no word that fold leaves nothing of', () => {
  for (const field of IMPORT_FIELD_NAMES) {
    for (const word of HEADER_SYNONYMS[field]) expect(headerKey(word)).toMatch(/\p{L}/u);
  }
});

it('knows the parts of a name', () => {
  for (const header of ['Vorname', 'APELLIDOS', 'prenom', 'Last name']) {
    expect(isNamePart(header)).toBe(true);
  }
  for (const header of ['Name', 'Nom', 'Nickname']) expect(isNamePart(header)).toBe(false);
});

it('finds custom fields behind our own words', () => {
  expect(columnOfHeader('Notizen', [{ key: 'x', label: 'Notizen' }])).toBe('notes');
  expect(columnOfHeader('Shirt', [{ key: 'x', label: 'Shirt' }])).toBe('customFields.x');
});
