import { excelWorkbook, googleWorkbook } from '../written-workbooks';
import { inSection, KNOWN_NUMBER, type Expectation } from './fixture';

const number = inSection('Numbers', 'numbers.xlsx');

/** Understood: it is the number of somebody who is in the directory. */
const FOUND: Expectation = { state: 'review', counts: { skip: 1 } };
const refused = (code: string): Expectation => ({
  state: 'review',
  counts: { reject: 1 },
  problems: [`primaryContact: ${code}`],
});

const sheet = (cell: string | number) => () =>
  excelWorkbook([
    ['Name', 'Primary Contact'],
    ['Asha Rao', cell],
  ]);

const FULL_WIDTH = 0xff10 - 0x30;
const ARABIC_INDIC = 0x0660 - 0x30;
const inDigits = (offset: number): string =>
  KNOWN_NUMBER.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + offset));

const bare = KNOWN_NUMBER.slice(1);

export const NUMBERS = [
  number('a number cell, 919876543210', sheet(Number(bare)), FOUND),
  number(
    'a number cell in scientific form, 9.1987654321E11, as Google Sheets writes it',
    () =>
      googleWorkbook([
        ['Name', 'Primary Contact'],
        ['Asha Rao', Number(bare)],
      ]),
    FOUND,
  ),
  number('the text 9.19877E+11', sheet('9.19877E+11'), refused('phone.truncated')),
  number('a number cell of 16 digits', sheet(9_198_765_432_101_234), refused('phone.truncated')),
  number('a text of 16 digits', sheet('9198765432100000'), refused('phone.truncated')),
  number('+91 98765 43210', sheet('+91 98765 43210'), FOUND),
  number('+91 (98765) 43-210', sheet('+91 (98765) 43-210'), FOUND),
  number('bare international digits', sheet(bare), FOUND),
  number('0091 98765 43210', sheet('0091 98765 43210'), FOUND),
  number('tel:+91-98765-43210', sheet('tel:+91-98765-43210'), FOUND),
  number('98765 43210, India chosen', sheet('98765 43210'), FOUND, { options: { country: 'IN' } }),
  number('098765 43210, India chosen', sheet('098765 43210'), FOUND, {
    options: { country: 'IN' },
  }),
  number(
    '(020) 7946 0958, no country chosen',
    sheet('(020) 7946 0958'),
    refused('phone.country-code-missing'),
  ),
  number('full-width digits', sheet(`\uff0b${inDigits(FULL_WIDTH).slice(1)}`), FOUND),
  number('Arabic-Indic digits', sheet(inDigits(ARABIC_INDIC)), FOUND),
  number('an apostrophe in front', sheet(`'${KNOWN_NUMBER}`), FOUND),
  number('too few digits, +91 98765', sheet('+91 98765'), refused('phone.invalid')),
  number('words', sheet('ask her'), refused('phone.invalid')),
  number('nothing', sheet(''), refused('phone.required')),
  number('whatsapp:+91 98765 43210', sheet('whatsapp:+91 98765 43210'), FOUND),
  number('two numbers in the primary cell, a / b', sheet('+91 98100 00001 / +91 98100 00002'), {
    state: 'review',
    counts: { create: 1 },
    rows: [
      {
        name: 'Asha Rao',
        primaryContact: '+91 98100 00001',
        secondaryContact: '+91 98100 00002',
      },
    ],
  }),
  number('the same number twice in the cell', sheet(`${KNOWN_NUMBER}; ${KNOWN_NUMBER}`), FOUND),
  number(
    'three numbers in the cell',
    sheet('+91 98100 00001; +91 98100 00002; +91 98100 00003'),
    refused('phone.several'),
  ),
  number('an extension, ext. 12', sheet('+91 98765 43210 ext. 12'), refused('phone.extension')),
  number(
    'the same number twice in one file',
    () =>
      excelWorkbook([
        ['Name', 'Primary Contact'],
        ['Asha Rao', '+919810000001'],
        ['Ravi Iyer', '0091 98100 00001'],
      ]),
    {
      state: 'review',
      counts: { create: 1, reject: 1 },
      problems: ['primaryContact: phone.repeated'],
    },
  ),
];
