import { Button, Flex, Typography } from '@strapi/design-system';
import { Link as LinkIcon, Pencil, Trash } from '@strapi/icons';
import { useClipboard, useNotification } from '@strapi/strapi/admin';
import type { SavedView } from '../../../../shared/contracts/views';
import { useUpdateViewMutation } from '../../api/views';
import { useFailureText } from '../../components/useFailureText';
import { usePermissions } from '../../components/usePermissions';
import { useText } from '../../components/useText';
import { UserText } from '../../components/UserText';
import { isolate } from '../named-records/isolate';
import type { ViewSearch } from './view-address';

interface Props {
  view: SavedView;
  /** The list was changed since the view was opened. */
  isChanged: boolean;
  search: ViewSearch;
  /** The filters are the view's again, as it is saved now. */
  onUpdated: (view: SavedView) => void;
  onEdit: (trigger: HTMLElement) => void;
  onDelete: (trigger: HTMLElement) => void;
}

function CopyLink() {
  const t = useText();
  const { copy } = useClipboard();
  const { toggleNotification } = useNotification();
  const copyAddress = async () => {
    const done = await copy(window.location.href);
    toggleNotification({
      type: done ? 'success' : 'warning',
      message: t(done ? 'views.link-copied' : 'views.link-not-copied'),
    });
  };
  return (
    <Button
      size="S"
      variant="ghost"
      startIcon={<LinkIcon aria-hidden />}
      onClick={() => void copyAddress()}
    >
      {t('views.copy-link')}
    </Button>
  );
}

/** Which view is open, and what one does with it. */
export function OpenView({ view, isChanged, search, onUpdated, onEdit, onDelete }: Props) {
  const t = useText();
  const may = usePermissions();
  const failureText = useFailureText();
  const { toggleNotification } = useNotification();
  const [update, { isLoading }] = useUpdateViewMutation();
  const mayChange = view.isShared ? may.groups : view.isMine;
  const { documentId, name, isShared, isGroup } = view;

  const saveChanges = async () => {
    const answer = await update({ documentId, data: { ...search, name, isShared, isGroup } });
    const message =
      'error' in answer
        ? failureText(answer.error)
        : t('views.saved', { name: isolate(answer.data.name) });
    toggleNotification({ type: 'error' in answer ? 'danger' : 'success', message });
    if (!('error' in answer)) onUpdated(answer.data);
  };
  return (
    <Flex role="group" aria-label={t('views.open', { name })} gap={2} wrap="wrap" width="100%">
      <UserText variant="delta" fontWeight="bold" maxWidth="32rem">
        {name}
      </UserText>
      <Typography variant="pi" textColor="neutral600">
        {t(isGroup ? 'views.kind.group' : isShared ? 'views.kind.shared' : 'views.kind.private')}
        {isChanged ? ` · ${t('views.changed')}` : ''}
      </Typography>
      {mayChange && isChanged ? (
        <Button size="S" variant="secondary" loading={isLoading} onClick={() => void saveChanges()}>
          {t('views.save-changes')}
        </Button>
      ) : null}
      <CopyLink />
      {mayChange ? (
        <>
          <Button
            size="S"
            variant="ghost"
            startIcon={<Pencil aria-hidden />}
            onClick={(event) => onEdit(event.currentTarget)}
          >
            {t('views.edit')}
          </Button>
          <Button
            size="S"
            variant="ghost"
            startIcon={<Trash aria-hidden />}
            onClick={(event) => onDelete(event.currentTarget)}
          >
            {t('views.delete')}
          </Button>
        </>
      ) : null}
    </Flex>
  );
}
