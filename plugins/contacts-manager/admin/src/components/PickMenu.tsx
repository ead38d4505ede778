import { IconButton, Menu } from '@strapi/design-system';
import { More } from '@strapi/icons';
import { useRef, type ComponentType, type SVGProps } from 'react';

interface Entry<Verb extends string> {
  verb: Verb;
  label: string;
  Icon: ComponentType<SVGProps<SVGSVGElement>>;
  variant?: 'default' | 'danger';
}

interface Props<Verb extends string> {
  /** Of the button, such as "Actions for Asha Rao". */
  label: string;
  entries: readonly Entry<Verb>[];
  /** `trigger` is where the focus belongs once the dialog has closed. */
  onPick: (verb: Verb, trigger: HTMLElement | null) => void;
}

/** The ⋯ of a row. */
export function PickMenu<Verb extends string>({ label, entries, onPick }: Props<Verb>) {
  const trigger = useRef<HTMLButtonElement>(null);
  const picked = useRef<Verb | null>(null);
  if (entries.length === 0) return null;
  return (
    <Menu.Root modal={false}>
      <Menu.Trigger
        ref={trigger}
        tag={IconButton}
        icon={<More aria-hidden />}
        variant="ghost"
        label={label}
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
        {entries.map(({ verb, label: text, Icon, variant = 'default' }) => (
          <Menu.Item
            key={verb}
            variant={variant}
            startIcon={<Icon aria-hidden />}
            onSelect={() => {
              picked.current = verb;
            }}
          >
            {text}
          </Menu.Item>
        ))}
      </Menu.Content>
    </Menu.Root>
  );
}
