import { Field, Textarea, Typography } from '@strapi/design-system';
import { useState } from 'react';
import {
  readReason,
  REASON_MAX,
  STATUS_ACTIONS,
  type StatusAction,
} from '../../../../shared/status';
import { usePreviewBulkQuery } from '../../api/contacts';
import { errorText, useText } from '../../components/useText';
import { BlockedBy } from './BlockedBy';
import { ChangeDialog } from './ChangeDialog';
import { countOf, Impact } from './Impact';
import { useBulkChange } from './useBulkChange';
import type { DialogProps } from './VerbDialog';

/** Archive, activate, block and unblock, for one contact and for many. */
export function StatusDialog(props: DialogProps & { action: StatusAction }) {
  const { action, chosen, onDone, onClose, returnFocus } = props;
  const t = useText();
  const [reason, setReason] = useState('');
  const [isTried, setTried] = useState(false);
  const { selection, contacts } = chosen;
  const preview = usePreviewBulkQuery({ action, selection });
  const change = useBulkChange(action, onDone);
  const count = countOf(chosen, preview.data);

  const read = readReason(action, reason);
  const isRequired = STATUS_ACTIONS[action].reason === 'required';
  const name = contacts[0]?.name ?? '';

  const confirm = () => {
    setTried(true);
    if (read.ok) void change.apply({ selection, reason: read.reason });
  };

  return (
    <ChangeDialog
      title={t(`dialog.${action}.title`, { count, name })}
      confirmLabel={t(`verb.${action}`)}
      isDangerous={action === 'block'}
      isPointless={preview.data?.applied === 0}
      onConfirm={confirm}
      onClose={change.partly ? onDone : onClose}
      returnFocus={returnFocus}
      {...change}
    >
      <Typography textColor="neutral800">{t(`dialog.${action}.meaning`)}</Typography>
      {action === 'unblock' ? <BlockedBy contacts={contacts} /> : null}
      <Impact verb={action} preview={preview} />
      <Field.Root
        required={isRequired}
        hint={isRequired ? t('reason.hint') : t('reason.optional')}
        error={isTried && !read.ok ? t(errorText(read.code)) : undefined}
      >
        <Field.Label>{t('reason.label')}</Field.Label>
        <Textarea
          name="reason"
          autoFocus={isRequired}
          maxLength={REASON_MAX * 2}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
        <Field.Hint />
        <Field.Error />
      </Field.Root>
    </ChangeDialog>
  );
}
