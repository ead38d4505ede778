import { Menu } from '@strapi/design-system';
import { useRef } from 'react';
import { useText } from '../../components/useText';
import { VERBS, type DialogVerb } from './verbs';

interface Props {
  verbs: readonly DialogVerb[];
  /** `trigger` is where the focus belongs once the dialog has closed. */
  onPick: (verb: DialogVerb, trigger: HTMLElement | null) => void;
}

/** The rarer bulk actions. */
export function MoreVerbs({ verbs, onPick }: Props) {
  const t = useText();
  const trigger = useRef<HTMLButtonElement>(null);
  const picked = useRef<DialogVerb | null>(null);
  if (verbs.length === 0) return null;
  return (
    <Menu.Root modal={false}>
      <Menu.Trigger ref={trigger} size="S" variant="tertiary">
        {t('bulk.more')}
      </Menu.Trigger>
      <Menu.Content
        popoverPlacement="bottom-start"
        maxHeight="unset"
        onCloseAutoFocus={(event) => {
          if (!picked.current) return;
          // A dialog opened while the menu still closes would have its focus taken away again.
          event.preventDefault();
          onPick(picked.current, trigger.current);
          picked.current = null;
        }}
      >
        {verbs.map((verb) => {
          const { Icon } = VERBS[verb];
          return (
            <Menu.Item
              key={verb}
              startIcon={<Icon aria-hidden />}
              variant={verb === 'delete' ? 'danger' : 'default'}
              onSelect={() => {
                picked.current = verb;
              }}
            >
              {t(`verb.${verb}`)}
            </Menu.Item>
          );
        })}
      </Menu.Content>
    </Menu.Root>
  );
}
