import { Box, Link, Tabs, Typography } from '@strapi/design-system';
import { useState } from 'react';
import { Link as RouterLink } from 'react-router-dom';
import { styled } from 'styled-components';
import type { NamedRecordView } from '../../../../shared/contracts/named-records';
import { useApplyBulkMutation } from '../../api/contacts';
import { useFailureText } from '../../components/useFailureText';
import { useText } from '../../components/useText';
import { ROOT_PATH } from '../../plugin-id';
import { ChangeFrame } from '../changes/ChangeFrame';
import { useChanges } from '../changes/ChangesContext';
import { isolate } from './isolate';
import { PastedPeople } from './PastedPeople';
import { PickedPeople } from './PickedPeople';

/** Both stay mounted, so that what was ticked or pasted is still there on the way back. */
const Way = styled(Tabs.Content)`
  &[data-state='inactive'] {
    display: none;
  }
`;

interface Props {
  record: NamedRecordView;
  onClose: () => void;
  returnFocus: () => void;
}

/** Puts people into a group: found by search and ticked, or by the numbers somebody sent. */
export function AddPeopleDialog({ record, onClose, returnFocus }: Props) {
  const t = useText();
  const failureText = useFailureText();
  const { announce } = useChanges();
  const [apply, { isLoading }] = useApplyBulkMutation();
  const [picked, setPicked] = useState<string[]>([]);
  const [pasted, setPasted] = useState<string[]>([]);
  const [message, setMessage] = useState<string | null>(null);
  const ids = [...new Set([...picked, ...pasted])];

  const handleAdd = async () => {
    setMessage(null);
    const answer = await apply({
      action: 'add-to-groups',
      groups: [record.documentId],
      selection: { kind: 'ids', ids },
    });
    if ('error' in answer) setMessage(failureText(answer.error));
    else if (answer.data.operationId) {
      announce(answer.data.operationId);
      onClose();
    } else setMessage(t('groups.people.all-in'));
  };

  return (
    <ChangeFrame
      title={t('groups.people.title', { name: isolate(record.name) })}
      confirmLabel={t('groups.people.confirm', { count: ids.length })}
      isDisabled={ids.length === 0}
      isWorking={isLoading}
      failure={message}
      onConfirm={() => void handleAdd()}
      onClose={onClose}
      returnFocus={returnFocus}
    >
      <Tabs.Root variant="simple" defaultValue="pick">
        <Tabs.List aria-label={t('groups.people.ways')}>
          <Tabs.Trigger value="pick">{t('groups.people.pick')}</Tabs.Trigger>
          <Tabs.Trigger value="paste">{t('groups.people.paste')}</Tabs.Trigger>
        </Tabs.List>
        <Way value="pick" forceMount>
          <Box paddingTop={4}>
            <PickedPeople value={picked} onChange={setPicked} />
          </Box>
        </Way>
        <Way value="paste" forceMount>
          <Box paddingTop={4}>
            <PastedPeople onFound={setPasted} />
          </Box>
        </Way>
      </Tabs.Root>
      <Typography variant="pi" textColor="neutral600">
        {`${t('groups.people.filter')} `}
        <Link tag={RouterLink} to={`${ROOT_PATH}/active`}>
          {t('groups.people.open-list')}
        </Link>
      </Typography>
    </ChangeFrame>
  );
}
