import { PickMenu } from '../../components/PickMenu';
import { useText } from '../../components/useText';
import { VERBS, type Verb } from './verbs';

interface Props {
  name: string;
  verbs: readonly Verb[];
  /** `trigger` is where the focus belongs once the dialog has closed. */
  onPick: (verb: Verb, trigger: HTMLElement | null) => void;
}

export function RowMenu({ name, verbs, onPick }: Props) {
  const t = useText();
  return (
    <PickMenu
      label={t('list.row-menu', { name })}
      entries={verbs.map((verb) => ({ verb, label: t(`verb.${verb}`), Icon: VERBS[verb].Icon }))}
      onPick={onPick}
    />
  );
}
