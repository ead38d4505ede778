import { useState } from 'react';
import type { ContactView } from '../../../../shared/contracts/contacts';
import type { CustomField } from '../../../../shared/custom-fields';
import { readCountry } from '../../../../shared/phone';
import { useGetContactSettingsQuery } from '../../api/contacts';
import { readFailure } from '../../api/errors';
import { useFailureText } from '../../components/useFailureText';
import { useContactEdit } from '../contact-edit/useContactEdit';
import { changeOf, entryOf, type Entry, type EntryField } from '../contact-form/entries';
import { mergeProblems, placeProblems, type ServerProblem } from '../contact-form/server-problems';
import { useServerCheck } from '../contact-form/useServerCheck';
import { validateEntries } from '../contact-form/validate-entries';

interface Options {
  contact: ContactView;
  field: EntryField;
  /** Of a custom field. */
  definition: CustomField | undefined;
  onDone: () => void;
}

/** One field of a contact while somebody edits it where it stands. */
export function useInPlaceEdit({ contact, field, definition, onDone }: Options) {
  const failureText = useFailureText();
  // As it was when the edit began: what arrives meanwhile must not pass for what the person saw.
  const [seen] = useState(contact);
  const [start] = useState(() => entryOf(contact));
  const [entry, setEntry] = useState(start);
  const [isShown, setShown] = useState(false);
  const [refused, setRefused] = useState<ServerProblem[]>([]);
  const [failure, setFailure] = useState<string | null>(null);
  const { data: settings } = useGetContactSettingsQuery(undefined);
  const defaultCountry = readCountry(settings?.defaultCountry);
  const edit = useContactEdit(seen);
  const found = useServerCheck([entry], contact.documentId);
  const own = validateEntries([entry], defaultCountry, {
    fields: definition ? [definition] : [],
    stored: start.customFields,
    uniqueness: settings?.uniqueness,
  });
  const problem = mergeProblems([entry], own, [...refused, ...found])[0]?.[field];

  const refuse = (error: unknown) => {
    const reason = readFailure(error);
    const { placed } =
      reason.kind === 'refused' ? placeProblems(reason.fields, [entry]) : { placed: [] };
    setRefused(placed);
    setFailure(placed.some((each) => each.field === field) ? null : failureText(error));
    setShown(true);
  };

  /** False when the field has to be looked at again. */
  const save = async (): Promise<boolean> => {
    setFailure(null);
    setShown(true);
    if (own[0]?.[field]) return false;
    const change = changeOf(start, entry, field);
    if (!change) {
      onDone();
      return true;
    }
    const outcome = await edit.save(change);
    if (outcome.kind === 'saved') onDone();
    if (outcome.kind === 'refused') refuse(outcome.error);
    return outcome.kind === 'saved';
  };

  return {
    entry,
    change: (patch: Partial<Entry>) => setEntry({ ...entry, ...patch }),
    problem: isShown ? problem : undefined,
    showProblem: () => setShown(true),
    defaultCountry,
    failure,
    save,
    isSaving: edit.isLoading,
    dialog: edit.dialog,
  };
}
