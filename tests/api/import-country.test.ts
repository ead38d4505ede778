import type { ImportView } from '../../plugins/contacts-manager/shared/contracts/imports';
import { freshNumber } from '../factories/contacts';
import { importsOf, row, sheetsOf } from '../factories/imports';
import { createApp, type TestApp } from '../helpers/app';
import type { Client } from '../helpers/client';
import { directoryOf } from '../helpers/directory';

/** Numbers without country code: the country that is suggested, and the file read again in it. */
let app: TestApp;
let manager: Client;
let imports: ReturnType<typeof importsOf>;

beforeAll(async () => {
  app = await createApp();
  manager = (await app.signIn('contacts-manager')).client;
  imports = importsOf(manager);
});
afterAll(() => app.close());

const { find } = directoryOf(() => manager);
const local = (phone: string) => phone.slice('+91'.length);
const people = (phones: string[]) => phones.map((phone) => row({ name: 'Asha', phone }));
const again = async (id: string, body: object): Promise<ImportView> => {
  await imports.choose(id, body).expect(200);
  return imports.settle(id);
};

it('is suggested by the other numbers of the file, and the file is read again in it', async () => {
  const [abroad, first, second] = [freshNumber(), freshNumber(), freshNumber()];
  const asked = await imports.review(people([abroad, local(first), `0${local(second)}`]));
  expect(asked).toMatchObject({
    numbersWithoutCountry: { count: 2, guess: 'IN' },
    options: { country: '' },
  });
  const review = await again(asked.id, { country: 'in' });
  expect(review).toMatchObject({
    state: 'review',
    numbersWithoutCountry: { count: 2, guess: null },
    options: { country: 'IN' },
    counts: { total: 3, create: 3, reject: 0 },
  });
  await imports.finish(review.id);
  for (const phone of [abroad, first, second]) expect(await find(phone)).toBeDefined();
});

it('loses what was corrected, which the import counts', async () => {
  const [abroad, first] = [freshNumber(), freshNumber()];
  const asked = await imports.review(people([abroad, local(first)]));
  expect(asked.corrected).toBe(0);
  await imports.correct(asked.id, 2, { cells: { name: 'Corrected' } }).expect(200);
  await imports.correct(asked.id, 3, { dropped: true }).expect(200);
  const { body: corrected } = await imports.get(asked.id).expect(200);
  expect(corrected).toMatchObject({ corrected: 2, dropped: 1 });
  const review = await again(asked.id, { country: 'IN' });
  expect(review).toMatchObject({ corrected: 0, dropped: 0, counts: { create: 2 } });
  expect(await imports.rows(review.id)).toMatchObject([{ cells: { name: 'Asha' } }, {}]);
  // Rows can be corrected in the new reading, too.
  await imports.correct(review.id, 3, { cells: { primaryContact: abroad } }).expect(200);
  const [, repeated] = await imports.rows(review.id);
  expect(repeated).toMatchObject({ issues: [{ code: 'phone.repeated', detail: '2' }] });
});

it('keeps the columns that were chosen, and can be chosen with them', async () => {
  const phone = freshNumber();
  const mapping = { name: 0, primaryContact: 1 };
  const asked = await imports.review([['Asha', local(phone)]], {}, ['Who', 'Where']);
  expect(asked.state).toBe('mapping');
  const mapped = await again(asked.id, { mapping, country: 'DE' });
  expect(mapped).toMatchObject({ state: 'review', options: { country: 'DE' } });
  const review = await again(asked.id, { country: 'IN' });
  expect(review).toMatchObject({ state: 'review', mapping, counts: { create: 1 } });
  await imports.finish(review.id);
  expect(await find(phone)).toMatchObject({ name: 'Asha' });
});

it('reads another program’s export, and the sheet that was found, as before', async () => {
  const [abroad, first] = [freshNumber(), freshNumber()];
  const [third, fourth] = [freshNumber(), freshNumber()];
  const google = ['First Name,Last Name,Labels,Phone 1 - Label,Phone 1 - Value'];
  google.push(`Asha,Rao,Choir ::: * myContacts,Mobile,${abroad}`);
  google.push(`Ben,Rao,,Mobile,0${local(first)}`);
  const csv = Buffer.from(google.join('\n'));
  const exported = await imports.settle(await imports.uploadBytes(csv, 'contacts.csv'));
  expect(exported).toMatchObject({ counts: { create: 1, reject: 1 }, lackingCountry: 1 });
  expect(await again(exported.id, { country: 'IN' })).toMatchObject({
    counts: { total: 2, create: 2 },
    newNames: { groups: [{ name: 'Choir' }] },
  });

  const book = await sheetsOf({
    'Read me': [['How to fill this in'], ['Ask Asha']],
    People: [
      ['Name', 'Primary Contact'],
      ['Asha', third],
      ['Ben', `0${local(fourth)}`],
    ],
  });
  const asked = await imports.settle(await imports.uploadBytes(book, 'book.xlsx'));
  expect(asked).toMatchObject({
    state: 'review',
    sheet: 'People',
    counts: { create: 1, reject: 1 },
  });
  const review = await again(asked.id, { country: 'IN' });
  expect(review).toMatchObject({ state: 'review', sheet: 'People', counts: { create: 2 } });
});

it('can be none again, and knows what was corrected meanwhile', async () => {
  const [abroad, first] = [freshNumber(), freshNumber()];
  const review = await imports.review(people([abroad, local(first)]), { country: 'IN' });
  expect(review).toMatchObject({ counts: { create: 2 }, lackingCountry: 0 });
  const none = await again(review.id, { country: '', corrected: 0 });
  expect(none).toMatchObject({
    options: { country: '' },
    counts: { create: 1 },
    lackingCountry: 1,
  });
  await imports.correct(none.id, 3, { cells: { primaryContact: first } }).expect(200);
  expect((await imports.get(none.id).expect(200)).body).toMatchObject({ lackingCountry: 0 });
  const { body } = await imports.choose(none.id, { country: 'IN', corrected: 0 }).expect(400);
  expect(body.error.details.code).toBe('import.changed');
  await again(none.id, { country: 'IN', corrected: 1 });
});

it('is the only thing that is chosen again from the review, and before the confirmation', async () => {
  const review = await imports.review(people([freshNumber()]));
  const states = async (body: object) => {
    const { body: refused } = await imports.choose(review.id, body).expect(400);
    return refused.error.details.code;
  };
  expect(await states({ mapping: { name: 0, primaryContact: 2 } })).toBe('import.state');
  expect(await states({ country: 'IN', headerRow: 1 })).toBe('import.state');
  const { body: unknown } = await imports.choose(review.id, { country: 'XX' }).expect(400);
  expect(unknown.error.details.errors).toMatchObject([{ path: ['country'] }]);
  await imports.choose(review.id, { country: 'India' }).expect(400);
  await imports.finish(review.id);
  expect(await states({ country: 'IN' })).toBe('import.state');
});
