import { Box, Button, Flex, Popover, Typography } from '@strapi/design-system';
import { CaretDown, Filter, Plus } from '@strapi/icons';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import { styled } from 'styled-components';
import type { SavedView } from '../../../../shared/contracts/views';
import type { ContactStatus } from '../../../../shared/status';
import { useGetViewsQuery } from '../../api/views';
import { useText, type TextKey } from '../../components/useText';
import { UserText } from '../../components/UserText';
import { listPath } from '../contacts/useListAddress';
import { addressOfView } from './view-address';

const ViewLink = styled(Link)`
  display: flex;
  align-items: center;
  gap: ${({ theme }) => theme.spaces[2]};
  padding: ${({ theme }) => theme.spaces[2]};
  border-radius: ${({ theme }) => theme.borderRadius};
  color: ${({ theme }) => theme.colors.neutral800};
  text-decoration: none;
  &:hover,
  &[aria-current='true'] {
    background: ${({ theme }) => theme.colors.primary100};
  }
`;

const Scroll = styled(Box)`
  max-height: 40rem;
  overflow-y: auto;
`;

interface ListProps {
  label: TextKey;
  views: readonly SavedView[];
  status: ContactStatus;
  open: string;
  onPick: () => void;
}

function ViewList({ label, views, status, open, onPick }: ListProps) {
  const t = useText();
  if (views.length === 0) return null;
  return (
    <nav aria-label={t(label)}>
      <Typography variant="sigma" textColor="neutral600" tag="h3">
        {t(label)}
      </Typography>
      <ul>
        {views.map((view) => {
          const target = addressOfView(view, status);
          return (
            <li key={view.documentId}>
              <ViewLink
                to={listPath(target.status, target.address)}
                aria-current={view.documentId === open}
                onClick={onPick}
              >
                <UserText>{view.name}</UserText>
                {view.isGroup ? (
                  <Flex gap={1} shrink={0}>
                    <Filter width="1.2rem" height="1.2rem" aria-hidden />
                    <Typography variant="pi" textColor="neutral600">
                      {t('views.group')}
                    </Typography>
                  </Flex>
                ) : null}
              </ViewLink>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

interface Props {
  status: ContactStatus;
  /** documentId of the view that is open, or ''. */
  open: string;
  /** `trigger` is where the focus belongs once the dialog has closed. */
  onSave: () => void;
}

/** "Views ▾": every saved view is one click away, and so is saving the list as it is. */
export function ViewsMenu({ status, open, onSave }: Props) {
  const t = useText();
  const [isOpen, setOpen] = useState(false);
  const { data: views = [] } = useGetViewsQuery(undefined);
  const lists = [
    { label: 'views.mine', views: views.filter(({ isShared }) => !isShared) },
    { label: 'views.shared', views: views.filter(({ isShared }) => isShared) },
  ] as const;
  return (
    <Popover.Root open={isOpen} onOpenChange={setOpen}>
      <Popover.Trigger>
        <Button variant="tertiary" size="S" endIcon={<CaretDown aria-hidden />}>
          {t('views.label')}
        </Button>
      </Popover.Trigger>
      <Popover.Content aria-label={t('views.label')}>
        <Scroll padding={3} width="28rem">
          <Flex direction="column" alignItems="stretch" gap={3}>
            {views.length === 0 ? (
              <Typography textColor="neutral600">{t('views.none')}</Typography>
            ) : null}
            {lists.map((list) => (
              <ViewList
                key={list.label}
                {...list}
                status={status}
                open={open}
                onPick={() => setOpen(false)}
              />
            ))}
            <Button
              variant="secondary"
              startIcon={<Plus aria-hidden />}
              onClick={() => {
                setOpen(false);
                onSave();
              }}
            >
              {t('views.save-new')}
            </Button>
          </Flex>
        </Scroll>
      </Popover.Content>
    </Popover.Root>
  );
}
