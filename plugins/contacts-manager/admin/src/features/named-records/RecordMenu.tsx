import { IconButton, Menu } from '@strapi/design-system';
import { More, Pencil, Trash } from '@strapi/icons';
import { useRef } from 'react';
import { useText } from '../../components/useText';

export type RecordVerb = 'edit' | 'delete';

const VERBS = [
  { verb: 'edit', Icon: Pencil, variant: 'default' },
  { verb: 'delete', Icon: Trash, variant: 'danger' },
] as const satisfies readonly { verb: RecordVerb; Icon: unknown; variant: string }[];

interface Props {
  name: string;
  /** `trigger` is where the focus belongs once the dialog has closed. */
  onPick: (verb: RecordVerb, trigger: HTMLElement | null) => void;
}

export function RecordMenu({ name, onPick }: Props) {
  const t = useText();
  const trigger = useRef<HTMLButtonElement>(null);
  const picked = useRef<RecordVerb | null>(null);
  return (
    <Menu.Root>
      <Menu.Trigger
        ref={trigger}
        tag={IconButton}
        icon={<More aria-hidden />}
        variant="ghost"
        label={t('groups.menu', { name })}
      />
      <Menu.Content
        popoverPlacement="bottom-end"
        onCloseAutoFocus={(event) => {
          if (!picked.current) return;
          // A dialog opened while the menu still closes would have its focus taken away again.
          event.preventDefault();
          onPick(picked.current, trigger.current);
          picked.current = null;
        }}
      >
        {VERBS.map(({ verb, Icon, variant }) => (
          <Menu.Item
            key={verb}
            variant={variant}
            startIcon={<Icon aria-hidden />}
            onSelect={() => {
              picked.current = verb;
            }}
          >
            {t(`groups.menu.${verb}`)}
          </Menu.Item>
        ))}
      </Menu.Content>
    </Menu.Root>
  );
}
