import type { ContactSource } from '../../../../shared/contact';
import type { ContactView } from '../../../../shared/contracts/contacts';
import type { ExportColumn, ExtraColumn } from '../../../../shared/export-columns';
import type { ImportField } from '../../../../shared/import-fields';
import { plainCell } from '../../../../shared/plain-cell';
import type { ContactStatus } from '../../../../shared/status';
import { writeFieldCell } from '../custom-fields/cells';
import { joinGroups } from '../import/groups-cell';

/** The words of the screens, in the language of the template's headers. */
const STATUS_WORDS = {
  active: 'Active',
  archived: 'Archived',
  blocked: 'Blocked',
} as const satisfies Record<ContactStatus, string>;
const SOURCE_WORDS = {
  manual: 'Added by hand',
  import: 'Import',
  api: 'Other application',
  inbound: 'Wrote to us',
} as const satisfies Record<ContactSource, string>;

const FIELD_TEXTS = {
  name: (contact) => contact.name,
  category: (contact) => contact.category?.name ?? '',
  primaryContact: (contact) => contact.primaryContact,
  secondaryContact: (contact) => contact.secondaryContact ?? '',
  email: (contact) => contact.email ?? '',
  groups: (contact) => joinGroups(contact.groups.map(({ name }) => name)),
  notes: (contact) => contact.notes ?? '',
} as const satisfies Record<ImportField, (contact: ContactView) => string>;

const EXTRA_TEXTS = {
  status: (contact) => STATUS_WORDS[contact.contactStatus],
  statusReason: (contact) => contact.statusReason ?? '',
  source: (contact) => SOURCE_WORDS[contact.source],
  createdAt: (contact) => contact.createdAt,
} as const satisfies Record<ExtraColumn, (contact: ContactView) => string>;

function textOf(contact: ContactView, column: ExportColumn): string {
  switch (column.kind) {
    case 'field':
      return FIELD_TEXTS[column.field](contact);
    case 'extra':
      return EXTRA_TEXTS[column.field](contact);
    case 'custom':
      return writeFieldCell(column.definition, contact.customFields?.[column.definition.key]);
  }
}

/** One contact as a row of text cells, none of which is a formula and all of which the import reads back. */
export const exportRow = (contact: ContactView, columns: readonly ExportColumn[]): string[] =>
  columns.map((column) => plainCell(textOf(contact, column)));
