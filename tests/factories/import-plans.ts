import { createClaims } from '../../plugins/contacts-manager/server/src/domain/import/claims';
import {
  planBatch,
  type PlanContext,
} from '../../plugins/contacts-manager/server/src/domain/import/plan';
import type {
  DirectoryEntry,
  KnownNames,
  RawRow,
  SheetRow,
} from '../../plugins/contacts-manager/server/src/domain/import/types';
import { checkRow } from '../../plugins/contacts-manager/server/src/domain/import/validate';

/** The columns of the template. */
export const MAPPING = {
  name: 0,
  category: 1,
  primaryContact: 2,
  secondaryContact: 3,
  email: 4,
  groups: 5,
  notes: 6,
};
export const P1 = '+919876543210';
export const P2 = '+919876543211';
export const P3 = '+919876543212';
export const P4 = '+919876543213';

const KNOWN: KnownNames = {
  categories: new Map([
    ['student', 'Student'],
    ['lead', 'Lead'],
  ]),
  groups: new Map([
    ['choir', 'Choir'],
    ['pickup, north', 'Pickup, North'],
  ]),
};

/** A contact that is there, as her primary number and as her secondary one. */
export const ASHA: DirectoryEntry = {
  phone: P1,
  slot: 'primary',
  contactId: 11,
  documentId: 'doc-asha',
  name: 'Asha Rao',
  contactStatus: 'archived',
  primaryContact: P1,
  secondaryContact: P2,
  email: 'asha@example.com',
  notes: 'old',
  customFields: null,
  categoryKey: 'student',
  groupKeys: ['choir'],
};
export const ASHA_SECOND: DirectoryEntry = { ...ASHA, phone: P2, slot: 'secondary' };

/** What a plan is made against, with the policy of a plain upload unless told otherwise. */
export function context(policy: Partial<PlanContext['policy']> = {}): PlanContext {
  let ids = 0;
  return {
    policy: {
      existing: 'skip',
      unknownNames: 'create',
      uniqueness: 'any',
      sharedSecondary: 'keep',
      defaultCountry: undefined,
      ...policy,
    },
    known: KNOWN,
    fields: [],
    claims: createClaims(),
    newDocumentId: () => `new-${(ids += 1)}`,
  };
}

export const raw = (cells: string[], index: number): RawRow => ({
  row: (index + 2) as SheetRow,
  cells,
});

/** Plans rows as they stand in a file, from its second row on. */
export function plan(rows: string[][], entries: DirectoryEntry[] = [], given = context()) {
  const checked = rows.flatMap(
    (cells, index) => checkRow(raw(cells, index), MAPPING, undefined) ?? [],
  );
  return planBatch(checked, entries, given);
}

export const planOne = (cells: string[], entries: DirectoryEntry[], given = context()) =>
  plan([cells], entries, given)[0];
