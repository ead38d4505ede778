import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parsePhone } from '../../../shared/phone';
import { nameKey } from '../../../shared/text';
import type { DirectoryEntry, StagedRow } from '../domain/import/types';
import { planFile } from './plan-file';
import type { WorkerInput } from './protocol';

// Files of real size, on machines that do other work at the same time.
jest.setTimeout(60_000);

const ROOT = path.resolve(__dirname, '../../../../..');
const FIXTURES = path.join(ROOT, 'tests/fixtures');

interface NameUse {
  name: string;
  rows: number;
}

/** What the tests of this file need of the two JSON files. */
interface DemoFacts {
  total: number;
  categories: string[];
  groups: string[];
  named: { name: string; primaryContact: string; email: string; groups: string[] }[];
}
interface ImportFixture {
  before: {
    categories: string[];
    groups: string[];
    contacts: { name: string; primaryContact: string; secondaryContact: string | null }[];
  };
  expected: {
    counts: Record<string, number>;
    rejectByCode: Record<string, number>;
    newNames: Record<'categories' | 'groups', Record<string, number>>;
    assumedInternational: Record<string, number>;
    secondUpload: Record<string, number>;
  };
  numberCells: { row: number; primaryContact: string }[];
}

const readJson = (name: string): unknown =>
  JSON.parse(readFileSync(path.join(FIXTURES, name), 'utf8'));

/** A directory in memory, grown by what an import creates. */
class Directory {
  private readonly entries = new Map<string, DirectoryEntry>();

  add(contact: Pick<DirectoryEntry, 'name' | 'primaryContact' | 'secondaryContact'>): void {
    const entry: DirectoryEntry = {
      ...contact,
      phone: contact.primaryContact,
      slot: 'primary',
      contactId: this.entries.size + 1,
      documentId: `doc${this.entries.size}`,
      contactStatus: 'active',
      email: null,
      notes: null,
      customFields: null,
      categoryKey: null,
      groupKeys: [],
    };
    this.entries.set(entry.phone, entry);
    const phone = contact.secondaryContact;
    if (phone) this.entries.set(phone, { ...entry, phone, slot: 'secondary' });
  }

  find(phones: string[]): DirectoryEntry[] {
    return phones.flatMap((phone) => this.entries.get(phone) ?? []);
  }
}

async function plan(filePath: string, directory: Directory, known: WorkerInput['knownNames']) {
  const staged: StagedRow[] = [];
  const outcome = await planFile(
    {
      filePath,
      limits: { fileBytes: 1e8, inflatedBytes: 1e8, rows: 1e6, milliseconds: 6e4, heapMb: 256 },
      policy: {
        existing: 'skip',
        unknownNames: 'create',
        uniqueness: 'any',
        sharedSecondary: 'keep',
        defaultCountry: undefined,
      },
      knownNames: known,
      knownNumbers: [],
      customFields: [],
    },
    {
      lookup: (phones) => Promise.resolve(directory.find(phones)),
      stage: (rows) => {
        staged.push(...rows);
        return Promise.resolve();
      },
    },
  );
  if (outcome.type !== 'done') throw new Error(`The plan ended as ${JSON.stringify(outcome)}`);
  return { staged, summary: outcome.summary };
}

const byName = (uses: NameUse[]) => Object.fromEntries(uses.map(({ name, rows }) => [name, rows]));

function countCodes(staged: StagedRow[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { issues } of staged) {
    for (const { code } of issues) counts[code] = (counts[code] ?? 0) + 1;
  }
  return counts;
}

describe('the demo workbook', () => {
  const file = path.join(ROOT, 'database/demo/demo-contacts.xlsx');
  const facts = readJson('demo-people.json') as DemoFacts;

  it('is people from many countries, each of whom can be imported', async () => {
    const { staged, summary } = await plan(file, new Directory(), { categories: [], groups: [] });
    expect(summary.counts).toMatchObject({ total: facts.total, create: facts.total, reject: 0 });
    expect(facts.total).toBeGreaterThanOrEqual(2_000);
    const names = (uses: NameUse[]) => uses.map(({ name }) => name).sort();
    expect(names(summary.newNames.categories)).toEqual(facts.categories);
    expect(names(summary.newNames.groups)).toEqual(facts.groups);
    expect([facts.categories.length, facts.groups.length]).toEqual([8, 25]);
    expect(facts.groups.some((name) => name.includes(','))).toBe(true);
    const countries = new Set(
      staged.map(({ primaryContact }) => {
        const parsed = parsePhone(primaryContact ?? '');
        return parsed.ok ? parsed.country : undefined;
      }),
    );
    expect(countries.size).toBeGreaterThanOrEqual(20);
  });

  it('has no address outside the domains reserved for examples', async () => {
    const { staged } = await plan(file, new Directory(), { categories: [], groups: [] });
    const domains = staged.flatMap(({ email }) => email?.split('@')[1] ?? []);
    expect(new Set(domains)).toEqual(new Set(['example.com', 'example.org', 'example.net']));
  });

  it('has the people whom the browser tests look for', async () => {
    const { staged } = await plan(file, new Directory(), { categories: [], groups: [] });
    for (const { name, primaryContact, email, groups } of facts.named) {
      expect(staged).toContainEqual(
        expect.objectContaining({
          name,
          email,
          primaryContact: primaryContact.replaceAll(' ', ''),
          groupKeys: groups.map(nameKey),
        }),
      );
    }
  });
});

describe('the fixture of 10,000 rows', () => {
  const file = path.join(FIXTURES, 'import-10k.xlsx');
  const { before, expected, numberCells } = readJson('import-10k.json') as ImportFixture;

  it('comes to its expected figures, and to nothing new the second time', async () => {
    const directory = new Directory();
    for (const contact of before.contacts) directory.add(contact);
    const { staged, summary } = await plan(file, directory, before);
    expect(summary.counts).toEqual(expected.counts);
    expect(countCodes(staged)).toEqual(expected.rejectByCode);
    expect({
      categories: byName(summary.newNames.categories),
      groups: byName(summary.newNames.groups),
    }).toEqual(expected.newNames);
    expect(
      Object.fromEntries(summary.assumedInternational.map(({ country, rows }) => [country, rows])),
    ).toEqual(expected.assumedInternational);
    const numberAt = new Map(
      staged.map(({ row, primaryContact }) => [row as number, primaryContact]),
    );
    expect(numberCells.length).toBeGreaterThan(10);
    for (const { row, primaryContact } of numberCells) {
      expect(numberAt.get(row)).toBe(primaryContact);
    }

    for (const { decision, name, primaryContact, secondaryContact } of staged) {
      if (decision === 'create' && name && primaryContact) {
        directory.add({ name, primaryContact, secondaryContact });
      }
    }
    const second = await plan(file, directory, before);
    expect(second.summary.counts).toEqual(expected.secondUpload);
  });
});
