import { Button, Checkbox, Field, Flex, Modal, TextInput, Typography } from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';
import { useState, type FormEvent } from 'react';
import type { SavedView, ViewBodyInput } from '../../../../shared/contracts/views';
import { cleanName, isName } from '../../../../shared/text';
import { readFailure } from '../../api/errors';
import { useCreateViewMutation, useUpdateViewMutation } from '../../api/views';
import { Notice } from '../../components/Notice';
import { useFailureText } from '../../components/useFailureText';
import { usePermissions } from '../../components/usePermissions';
import { errorText, useText } from '../../components/useText';
import { isolate } from '../named-records/isolate';

type Search = Pick<ViewBodyInput, 'filter' | 'sort' | 'columns'>;
type Naming = Pick<SavedView, 'name' | 'isShared' | 'isGroup'>;

interface Props {
  /** Undefined to save a new one. */
  view: SavedView | undefined;
  search: Search;
  onSaved: (view: SavedView) => void;
  onClose: () => void;
  returnFocus: () => void;
}

interface NamingProps {
  naming: Naming;
  problem: string | null;
  hasViews: boolean;
  onChange: (patch: Partial<Naming>) => void;
}

function NamingFields({ naming, problem, hasViews, onChange }: NamingProps) {
  const t = useText();
  const may = usePermissions();
  return (
    <>
      <Field.Root name="name" required error={problem ?? undefined}>
        <Field.Label>{t('views.name')}</Field.Label>
        <TextInput
          dir="auto"
          autoFocus
          autoComplete="off"
          value={naming.name}
          onChange={(event) => onChange({ name: event.target.value })}
        />
        <Field.Error />
      </Field.Root>
      {may.groups ? (
        <Checkbox
          checked={naming.isShared}
          onCheckedChange={(ticked) =>
            onChange({ isShared: ticked === true, isGroup: ticked === true && naming.isGroup })
          }
        >
          {t('views.share')}
        </Checkbox>
      ) : null}
      {may.groups ? (
        <Flex direction="column" alignItems="stretch" gap={1}>
          <Checkbox
            checked={naming.isGroup}
            disabled={!naming.isShared || hasViews}
            onCheckedChange={(ticked) => onChange({ isGroup: ticked === true })}
          >
            {t('views.use-as-group')}
          </Checkbox>
          <Typography variant="pi" textColor="neutral600">
            {t(hasViews ? 'views.use-as-group.nested' : 'views.use-as-group.hint')}
          </Typography>
        </Flex>
      ) : null}
    </>
  );
}

function useSavingView({ view, search, onSaved }: Props) {
  const t = useText();
  const failureText = useFailureText();
  const { toggleNotification } = useNotification();
  const [create, creating] = useCreateViewMutation();
  const [update, updating] = useUpdateViewMutation();
  const [problem, setProblem] = useState<string | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const save = async (naming: Naming) => {
    setProblem(null);
    setFailure(null);
    if (!isName(cleanName(naming.name))) {
      setProblem(t(errorText('name.invalid')));
      return;
    }
    const data = { ...search, ...naming };
    const answer = view ? await update({ documentId: view.documentId, data }) : await create(data);
    if ('error' in answer) {
      const why = readFailure(answer.error);
      const isAboutName = why.kind === 'refused' && why.code.startsWith('name.');
      (isAboutName ? setProblem : setFailure)(failureText(answer.error));
      return;
    }
    toggleNotification({
      type: 'success',
      message: t('views.saved', { name: isolate(answer.data.name) }),
    });
    onSaved(answer.data);
  };
  return { save, isSaving: creating.isLoading || updating.isLoading, problem, failure };
}

/** Name of a view, and who it is for. */
export function ViewDialog(props: Props) {
  const { view, search, onClose, returnFocus } = props;
  const t = useText();
  const [naming, setNaming] = useState<Naming>({
    name: view?.name ?? '',
    isShared: view?.isShared ?? false,
    isGroup: view?.isGroup ?? false,
  });
  const saving = useSavingView(props);
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (!saving.isSaving) void saving.save(naming);
  };
  return (
    <Modal.Root open onOpenChange={(isOpen) => !isOpen && !saving.isSaving && onClose()}>
      <Modal.Content
        onCloseAutoFocus={(event) => {
          event.preventDefault();
          returnFocus();
        }}
      >
        <form onSubmit={handleSubmit} noValidate>
          <Modal.Header closeLabel={t('action.close')}>
            <Modal.Title>{t(view ? 'views.edit.title' : 'views.save.title')}</Modal.Title>
          </Modal.Header>
          <Modal.Body>
            <Flex direction="column" alignItems="stretch" gap={4}>
              {saving.failure === null ? null : <Notice tone="danger">{saving.failure}</Notice>}
              <Typography textColor="neutral600">{t('views.save.hint')}</Typography>
              <NamingFields
                naming={naming}
                problem={saving.problem}
                hasViews={(search.filter.views?.length ?? 0) > 0}
                onChange={(patch) => setNaming((before) => ({ ...before, ...patch }))}
              />
            </Flex>
          </Modal.Body>
          <Modal.Footer>
            <Button variant="tertiary" onClick={onClose} disabled={saving.isSaving}>
              {t('action.cancel')}
            </Button>
            <Button type="submit" loading={saving.isSaving}>
              {t('views.save')}
            </Button>
          </Modal.Footer>
        </form>
      </Modal.Content>
    </Modal.Root>
  );
}
