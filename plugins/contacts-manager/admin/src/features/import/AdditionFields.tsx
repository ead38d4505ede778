import type { NewStatus } from '../../../../shared/contracts/imports';
import type { UploadOptions } from '../../api/upload-import';
import { ChoiceField, type Choice } from '../../components/ChoiceField';
import { usePermissions } from '../../components/usePermissions';
import { useText } from '../../components/useText';
import { CategoryField } from '../contact-form/CategoryField';
import { GroupsField } from '../contact-form/GroupsField';

const NEW_STATUS = [
  { value: 'active', label: 'status.active', hint: 'import.new-status.active.hint' },
  { value: 'archived', label: 'status.archived', hint: 'import.new-status.archived.hint' },
] as const satisfies readonly Choice<NewStatus>[];

interface Props {
  options: UploadOptions;
  onChange: (options: UploadOptions) => void;
}

/** What everybody gets beside what the rows say. */
export function AdditionFields({ options, onChange }: Props) {
  const t = useText();
  const may = usePermissions();
  return (
    <>
      <GroupsField
        label={t('import.added.groups')}
        hint={t('import.added.groups.hint')}
        value={options.groups}
        problem={undefined}
        onChange={(groups) => onChange({ ...options, groups })}
      />
      <CategoryField
        label={t('import.added.category')}
        hint={t('import.added.category.hint')}
        value={options.category || null}
        problem={undefined}
        onChange={(category) => onChange({ ...options, category: category ?? '' })}
      />
      {may.archive && (
        <ChoiceField
          label={t('import.new-status.label')}
          value={options.newStatus}
          choices={NEW_STATUS}
          onChange={(newStatus) => onChange({ ...options, newStatus })}
        />
      )}
    </>
  );
}
