import type { NamedRecordBody, NamedRecordView } from '../../../../shared/contracts/named-records';
import {
  useCreateNamedRecordMutation,
  useUpdateNamedRecordMutation,
  type NamedRecordKind,
} from '../../api/named-records';
import { useNamedSaving } from '../../components/useNamedSaving';
import { useText } from '../../components/useText';
import { isolate } from './isolate';

interface Props {
  kind: NamedRecordKind;
  /** Undefined to add one. */
  record: NamedRecordView | undefined;
  onSaved: () => void;
}

/** Saves a new or an existing group or category. */
export function useRecordSaving({ kind, record, onSaved }: Props) {
  const t = useText();
  const [create] = useCreateNamedRecordMutation();
  const [update] = useUpdateNamedRecordMutation();
  return useNamedSaving<NamedRecordBody, NamedRecordView>({
    send: (data) =>
      record ? update({ kind, documentId: record.documentId, data }) : create({ kind, data }),
    savedText: ({ name }) => t(record ? `${kind}.saved` : `${kind}.added`, { name: isolate(name) }),
    onSaved,
  });
}
