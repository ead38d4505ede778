import { IconButton, Menu } from '@strapi/design-system';
import { More } from '@strapi/icons';
import { useRef } from 'react';
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
  const trigger = useRef<HTMLButtonElement>(null);
  const picked = useRef<Verb | null>(null);
  if (verbs.length === 0) return null;
  return (
    <Menu.Root>
      <Menu.Trigger
        ref={trigger}
        tag={IconButton}
        icon={<More aria-hidden />}
        variant="ghost"
        label={t('list.row-menu', { name })}
      />
      <Menu.Content
        popoverPlacement="bottom-end"
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
