import type { ContactView } from '../../../../shared/contracts/contacts';
import type { ContactFilterInput } from '../../../../shared/filter';
import type { SelectionInput } from '../../../../shared/selection';

/** What is remembered of a ticked row after its page has been turned. */
export type Ticked = Pick<
  ContactView,
  'documentId' | 'name' | 'statusReason' | 'statusChangedAt' | 'groups'
>;

/** Either these rows, or everything that matches but for these. */
export interface Ticks {
  mode: 'rows' | 'everything';
  rows: ReadonlyMap<string, Ticked>;
}

export const NO_TICKS: Ticks = { mode: 'rows', rows: new Map() };

/** What matches now. */
export interface Matching {
  filter: ContactFilterInput;
  total: number;
  /** False when the server stopped counting at `total`. */
  isExact: boolean;
}

/** What a change is asked for: the selection itself, and what is known of it here. */
export interface Chosen {
  selection: SelectionInput;
  count: number;
  isExact: boolean;
  /** How many were unticked of everything that matches; `count` is without them. */
  except: number;
  /** The contacts of a selection by rows; none of one by filter, which only the server knows. */
  contacts: readonly Ticked[];
}

export const isTicked = ({ mode, rows }: Ticks, documentId: string): boolean =>
  rows.has(documentId) === (mode === 'rows');

/** The same ticks with these contacts ticked, or not. */
export function withTicks(ticks: Ticks, contacts: readonly Ticked[], ticked: boolean): Ticks {
  const rows = new Map(ticks.rows);
  for (const contact of contacts) {
    if (ticked === (ticks.mode === 'rows')) rows.set(contact.documentId, contact);
    else rows.delete(contact.documentId);
  }
  return { ...ticks, rows };
}

/** Null while nothing is ticked. */
export function choose({ mode, rows }: Ticks, matching: Matching | null): Chosen | null {
  if (mode === 'rows') return rows.size === 0 ? null : chooseRows([...rows.values()]);
  if (!matching || matching.total <= rows.size) return null;
  return {
    selection: { kind: 'filter', filter: matching.filter, except: [...rows.keys()] },
    count: matching.total - rows.size,
    isExact: matching.isExact,
    except: rows.size,
    contacts: [],
  };
}

export const chooseRows = (contacts: readonly Ticked[]): Chosen => ({
  selection: { kind: 'ids', ids: contacts.map(({ documentId }) => documentId) },
  count: contacts.length,
  isExact: true,
  except: 0,
  contacts,
});
