import { Field, SingleSelect, SingleSelectOption, Typography } from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';
import type { NamedRecordView } from '../../../../shared/contracts/named-records';
import {
  useGetNamedRecordsQuery,
  useMergeNamedRecordsMutation,
  type NamedRecordKind,
} from '../../api/named-records';
import { useFailureText } from '../../components/useFailureText';
import { useText } from '../../components/useText';
import { useChanges } from '../changes/ChangesContext';
import { ChangeFrame } from '../changes/ChangeFrame';
import { isolate } from './isolate';

interface Props {
  kind: NamedRecordKind;
  record: NamedRecordView;
  onClose: () => void;
  returnFocus: () => void;
}

/** One of two groups or categories goes, and its contacts move to the other. */
export function MergeRecordsDialog({ kind, record, onClose, returnFocus }: Props) {
  const t = useText();
  const failureText = useFailureText();
  const { toggleNotification } = useNotification();
  const { announce } = useChanges();
  const { data = [] } = useGetNamedRecordsQuery({ kind });
  const [merge, { isLoading }] = useMergeNamedRecordsMutation();
  const [into, setInto] = useState('');
  const [isTried, setTried] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const others = data.filter(({ documentId }) => documentId !== record.documentId);
  const target = others.find(({ documentId }) => documentId === into);

  const handleMerge = async () => {
    setTried(true);
    if (!target) return;
    setFailure(null);
    const answer = await merge({ kind, documentId: record.documentId, into });
    if ('error' in answer) {
      setFailure(failureText(answer.error));
      return;
    }
    if (answer.data.operationId) announce(answer.data.operationId);
    else toggleNotification({ type: 'success', message: t('groups.merge.done') });
    onClose();
  };

  const title = t('groups.merge.title', { name: isolate(record.name) });
  return (
    <ChangeFrame
      title={title}
      confirmLabel={t('groups.merge.confirm')}
      isWorking={isLoading}
      failure={failure}
      onConfirm={() => void handleMerge()}
      onClose={onClose}
      returnFocus={returnFocus}
    >
      <Field.Root required error={isTried && !target ? t(`${kind}.merge.none`) : undefined}>
        <Field.Label>{t(`${kind}.merge.into`)}</Field.Label>
        <SingleSelect value={into} onChange={(value) => setInto(String(value))}>
          {others.map(({ documentId, name }) => (
            <SingleSelectOption key={documentId} value={documentId}>
              {name}
            </SingleSelectOption>
          ))}
        </SingleSelect>
        <Field.Error />
      </Field.Root>
      {target ? (
        <Typography>
          {t('groups.merge.meaning', {
            count: record.members.total,
            from: isolate(record.name),
            into: isolate(target.name),
          })}
        </Typography>
      ) : null}
    </ChangeFrame>
  );
}
