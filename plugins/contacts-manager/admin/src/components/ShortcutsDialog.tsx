import { Button, Field, Flex, Modal, Toggle, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import { CONTACT_KEYS, type Shortcut } from './shortcuts';
import { useText } from './useText';

const Key = styled.kbd`
  display: inline-block;
  min-width: 2.4rem;
  padding: 0.2rem 0.6rem;
  border: 1px solid ${({ theme }) => theme.colors.neutral300};
  border-radius: ${({ theme }) => theme.borderRadius};
  background: ${({ theme }) => theme.colors.neutral100};
  color: ${({ theme }) => theme.colors.neutral800};
  font-family: inherit;
  text-align: center;
`;

const List = styled.dl`
  display: grid;
  grid-template-columns: max-content 1fr;
  align-items: center;
  gap: ${({ theme }) => `${theme.spaces[2]} ${theme.spaces[4]}`};
`;

function Keys({ keys }: Pick<Shortcut, 'keys'>) {
  const t = useText();
  const [first, second] = keys;
  if (second === undefined) return <Key>{first}</Key>;
  return (
    <Flex gap={2}>
      <Key>{first}</Key>
      <Typography variant="pi" textColor="neutral600">
        {t('shortcuts.then')}
      </Typography>
      <Key>{second}</Key>
    </Flex>
  );
}

interface Props {
  shortcuts: readonly Shortcut[];
  isOn: boolean;
  onSwitch: (isOn: boolean) => void;
  onClose: () => void;
  onCloseAutoFocus: (event: Event) => void;
}

/** All shortcuts that the person may use, and the switch for those whom single keys disturb. */
export function ShortcutsDialog(props: Props) {
  const { shortcuts, isOn, onSwitch, onClose, onCloseAutoFocus } = props;
  const t = useText();
  return (
    <Modal.Root open onOpenChange={(open) => !open && onClose()}>
      <Modal.Content onCloseAutoFocus={onCloseAutoFocus}>
        <Modal.Header closeLabel={t('action.close')}>
          <Modal.Title>{t('shortcuts.title')}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Flex direction="column" alignItems="stretch" gap={6}>
            <List>
              {[...shortcuts, ...CONTACT_KEYS].map(({ keys, label }) => (
                <div key={label} style={{ display: 'contents' }}>
                  <dt>
                    <Keys keys={keys} />
                  </dt>
                  <Typography tag="dd">{t(label)}</Typography>
                </div>
              ))}
            </List>
            <Field.Root name="shortcuts" hint={t('shortcuts.switch.hint')}>
              <Field.Label>{t('shortcuts.switch')}</Field.Label>
              <Toggle
                checked={isOn}
                onLabel={t('shortcuts.on')}
                offLabel={t('shortcuts.off')}
                onChange={(event) => onSwitch(event.target.checked)}
              />
              <Field.Hint />
            </Field.Root>
          </Flex>
        </Modal.Body>
        <Modal.Footer>
          <Button variant="tertiary" onClick={onClose}>
            {t('action.close')}
          </Button>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
}
