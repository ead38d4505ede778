import { Box, Typography } from '@strapi/design-system';
import { useState } from 'react';
import type { ContactView } from '../../../../shared/contracts/contacts';
import { planMerge, type MergeChoice } from '../../../../shared/merge';
import { formatPhone } from '../../../../shared/phone';
import { useMergeContactsMutation } from '../../api/duplicates';
import { useFailureText } from '../../components/useFailureText';
import { useText } from '../../components/useText';
import { ChangeFrame } from '../changes/ChangeFrame';
import { useChanges } from '../changes/ChangesContext';
import { firstChoice } from './merge-options';
import { MergeFields } from './MergeFields';

interface Props {
  contacts: readonly [ContactView, ContactView];
  onClose: () => void;
  returnFocus: () => void;
}

/** What comes of it, before anybody confirms; decided by the rule the server uses. */
function WhatHappens({ contacts, choice }: Pick<Props, 'contacts'> & { choice: MergeChoice }) {
  const t = useText();
  const plan = planMerge(contacts[0], contacts[1], choice);
  if (!plan.ok) return null;
  const { groups, contactStatus, statusReason } = plan.values;
  const status = t(`status.${contactStatus}`);
  const gone = plan.droppedNumbers;
  const lines = [
    groups.length > 0
      ? t('merge.groups', { groups: groups.map(({ name }) => name).join(', ') })
      : t('merge.no-groups'),
    statusReason
      ? t('merge.status-reason', { status, reason: statusReason })
      : t('merge.status', { status }),
    ...(gone.length > 0
      ? [t('merge.numbers-gone', { count: gone.length, numbers: gone.map(formatPhone).join(', ') })]
      : []),
    t('merge.links'),
    t('merge.undo'),
  ];
  return (
    <Box background="neutral100" hasRadius padding={4} aria-live="polite">
      <Typography tag="h3" fontWeight="bold">
        {t('merge.what-happens')}
      </Typography>
      <Box tag="ul" paddingTop={2}>
        {lines.map((line) => (
          <Typography tag="li" key={line} dir="auto">
            {line}
          </Typography>
        ))}
      </Box>
    </Box>
  );
}

/** Makes one contact of two, field by field. The older one keeps its address. */
export function MergeDialog({ contacts, onClose, returnFocus }: Props) {
  const t = useText();
  const failureText = useFailureText();
  const { announce } = useChanges();
  const [merge, { isLoading }] = useMergeContactsMutation();
  const [choice, setChoice] = useState(() => firstChoice(contacts));
  const [failure, setFailure] = useState<string | null>(null);
  const [kept, gone] = contacts;

  const handleMerge = async () => {
    setFailure(null);
    const answer = await merge({
      documentId: kept.documentId,
      data: { other: gone.documentId, values: choice },
    });
    if ('error' in answer) {
      setFailure(failureText(answer.error));
      return;
    }
    announce(answer.data.operationId);
    onClose();
  };
  return (
    <ChangeFrame
      title={t('merge.title', { left: kept.name, right: gone.name })}
      confirmLabel={t('merge.confirm')}
      isWorking={isLoading}
      failure={failure}
      onConfirm={() => void handleMerge()}
      onClose={onClose}
      returnFocus={returnFocus}
    >
      <Typography textColor="neutral600">{t('merge.intro')}</Typography>
      <MergeFields
        contacts={contacts}
        choice={choice}
        onChange={(change) => setChoice((before) => ({ ...before, ...change }))}
      />
      <WhatHappens contacts={contacts} choice={choice} />
    </ChangeFrame>
  );
}
