import { Checkbox, Flex, Typography } from '@strapi/design-system';
import { useState } from 'react';
import type { SavedView } from '../../../../shared/contracts/views';
import { useCreateViewMutation, useUpdateViewMutation } from '../../api/views';
import { FormDialog } from '../../components/FormDialog';
import { NameField } from '../../components/NameField';
import { useNamedSaving } from '../../components/useNamedSaving';
import { usePermissions } from '../../components/usePermissions';
import { useText } from '../../components/useText';
import { isolate } from '../named-records/isolate';
import type { ViewSearch } from './view-address';

type Naming = Pick<SavedView, 'name' | 'isShared' | 'isGroup'>;

interface Props {
  /** Undefined to save a new one. */
  view: SavedView | undefined;
  search: ViewSearch;
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
      <NameField
        name="name"
        label={t('views.name')}
        value={naming.name}
        problem={problem ?? undefined}
        onChange={(name) => onChange({ name })}
      />
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

/** Name of a view, and who it is for. */
export function ViewDialog({ view, search, onSaved, onClose, returnFocus }: Props) {
  const t = useText();
  const [naming, setNaming] = useState<Naming>({
    name: view?.name ?? '',
    isShared: view?.isShared ?? false,
    isGroup: view?.isGroup ?? false,
  });
  const [create] = useCreateViewMutation();
  const [update] = useUpdateViewMutation();
  const saving = useNamedSaving<Naming, SavedView>({
    send: (named) => {
      const data = { ...search, ...named };
      return view ? update({ documentId: view.documentId, data }) : create(data);
    },
    savedText: ({ name }) => t('views.saved', { name: isolate(name) }),
    onSaved,
  });
  return (
    <FormDialog
      title={t(view ? 'views.edit.title' : 'views.save.title')}
      saveLabel={t('views.save')}
      isSaving={saving.isSaving}
      failure={saving.failure}
      onSave={() => void saving.save(naming)}
      onClose={onClose}
      returnFocus={returnFocus}
    >
      <Typography textColor="neutral600">{t('views.save.hint')}</Typography>
      <NamingFields
        naming={naming}
        problem={saving.problem}
        hasViews={(search.filter.views?.length ?? 0) > 0}
        onChange={(patch) => setNaming((before) => ({ ...before, ...patch }))}
      />
    </FormDialog>
  );
}
