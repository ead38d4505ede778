import { ArrowsCounterClockwise, Pencil, Plus, Trash } from '@strapi/icons';
import { PickMenu } from '../../components/PickMenu';
import { useText } from '../../components/useText';

const VERBS = {
  'add-people': { Icon: Plus, variant: 'default' },
  edit: { Icon: Pencil, variant: 'default' },
  merge: { Icon: ArrowsCounterClockwise, variant: 'default' },
  delete: { Icon: Trash, variant: 'danger' },
} as const;
export type RecordVerb = keyof typeof VERBS;

interface Props {
  name: string;
  verbs: readonly RecordVerb[];
  /** `trigger` is where the focus belongs once the dialog has closed. */
  onPick: (verb: RecordVerb, trigger: HTMLElement | null) => void;
}

export function RecordMenu({ name, verbs, onPick }: Props) {
  const t = useText();
  return (
    <PickMenu
      label={t('groups.menu', { name })}
      entries={verbs.map((verb) => ({ verb, label: t(`groups.menu.${verb}`), ...VERBS[verb] }))}
      onPick={onPick}
    />
  );
}
