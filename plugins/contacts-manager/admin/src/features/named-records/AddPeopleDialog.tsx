import { Box, Tabs } from '@strapi/design-system';
import { useState } from 'react';
import { styled } from 'styled-components';
import type { NamedRecordView } from '../../../../shared/contracts/named-records';
import type { SelectionInput } from '../../../../shared/selection';
import { useApplyBulkMutation, usePreviewBulkQuery, type BulkRequest } from '../../api/contacts';
import { useFailureText } from '../../components/useFailureText';
import { useText } from '../../components/useText';
import { ChangeFrame } from '../changes/ChangeFrame';
import { useChanges } from '../changes/ChangesContext';
import { NOT_ASKED, selectAsked } from './asked-people';
import { FilteredPeople } from './FilteredPeople';
import { isolate } from './isolate';
import { PastedPeople } from './PastedPeople';
import { PickedPeople } from './PickedPeople';

/** All stay mounted, so that what was ticked, pasted or chosen is still there on the way back. */
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

/** Puts people into a group: found by search and ticked, by the numbers somebody sent, or by a filter. */
export function AddPeopleDialog({ record, onClose, returnFocus }: Props) {
  const t = useText();
  const failureText = useFailureText();
  const { announce } = useChanges();
  const [apply, { isLoading }] = useApplyBulkMutation();
  const [picked, setPicked] = useState<string[]>([]);
  const [pasted, setPasted] = useState<string[]>([]);
  const [message, setMessage] = useState<string | null>(null);
  const [asked, setAsked] = useState(NOT_ASKED);
  const [isByFilter, setByFilter] = useState(false);
  const ids = [...new Set([...picked, ...pasted])];
  const ticked: SelectionInput | null = ids.length > 0 ? { kind: 'ids', ids } : null;
  const filtered = selectAsked(asked);
  const requestFor = (selection: SelectionInput): BulkRequest => ({
    action: 'add-to-groups',
    groups: [record.documentId],
    selection,
  });
  const preview = usePreviewBulkQuery(requestFor(filtered ?? { kind: 'ids', ids: [] }), {
    skip: !isByFilter || filtered === null,
  });
  const selection = isByFilter ? filtered : ticked;
  const newPeople = filtered ? (preview.currentData?.applied ?? 0) : 0;
  const count = isByFilter ? newPeople : ids.length;

  const handleAdd = async () => {
    if (!selection) return;
    setMessage(null);
    const answer = await apply(requestFor(selection));
    if ('error' in answer) setMessage(failureText(answer.error));
    else if (answer.data.operationId) {
      announce(answer.data.operationId);
      onClose();
    } else setMessage(t('groups.people.all-in'));
  };

  return (
    <ChangeFrame
      title={t('groups.people.title', { name: isolate(record.name) })}
      confirmLabel={t('groups.people.confirm', { count })}
      isDisabled={count === 0}
      isWorking={isLoading}
      failure={message}
      onConfirm={() => void handleAdd()}
      onClose={onClose}
      returnFocus={returnFocus}
    >
      <Tabs.Root
        variant="simple"
        defaultValue="pick"
        onValueChange={(way: string) => setByFilter(way === 'filter')}
      >
        <Tabs.List aria-label={t('groups.people.ways')}>
          <Tabs.Trigger value="pick">{t('groups.people.pick')}</Tabs.Trigger>
          <Tabs.Trigger value="paste">{t('groups.people.paste')}</Tabs.Trigger>
          <Tabs.Trigger value="filter">{t('groups.people.by-filter')}</Tabs.Trigger>
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
        <Way value="filter" forceMount>
          <Box paddingTop={4}>
            <FilteredPeople
              value={asked}
              onChange={setAsked}
              isAsked={filtered !== null}
              preview={preview}
            />
          </Box>
        </Way>
      </Tabs.Root>
    </ChangeFrame>
  );
}
