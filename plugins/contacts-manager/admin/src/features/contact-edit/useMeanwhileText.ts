import { useIntl } from 'react-intl';
import type { ContactView, FieldChange } from '../../../../shared/contracts/contacts';
import { useText } from '../../components/useText';
import { useActorName } from '../changes/change-text';
import { useFieldTexts } from './useFieldTexts';

export function useWho(): (actor: FieldChange['by']) => string {
  const t = useText();
  const actorName = useActorName();
  return (actor) => (actor ? actorName(actor) : t('blocked-by.unknown'));
}

/** "Meanwhile Asha changed E-mail and Notes.": a sentence for each person. */
export function useMeanwhileText(contact: ContactView): (changes: FieldChange[]) => string[] {
  const t = useText();
  const who = useWho();
  const { formatList } = useIntl();
  const { labelOf } = useFieldTexts(contact);
  return (changes) => {
    const fieldsOf = new Map<string, string[]>();
    for (const { by, path } of changes) {
      const name = who(by);
      fieldsOf.set(name, [...(fieldsOf.get(name) ?? []), labelOf(path)]);
    }
    return [...fieldsOf].map(([name, fields]) =>
      t('edit.meanwhile', { who: name, fields: formatList(fields) }),
    );
  };
}
