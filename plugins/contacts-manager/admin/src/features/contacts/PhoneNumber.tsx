import { Menu } from '@strapi/design-system';
import { Discuss, Duplicate, Phone } from '@strapi/icons';
import { styled } from 'styled-components';
import { formatPhone } from '../../../../shared/phone';
import { useCopyNumber, whatsAppAddress } from '../../components/useCopyNumber';
import { useText } from '../../components/useText';

/** Looks like the number itself; only its menu shows that it is a button. */
const Trigger = styled(Menu.Trigger)`
  height: auto;
  padding: ${({ theme }) => `${theme.spaces[1]} ${theme.spaces[2]}`};
  margin-inline-start: -${({ theme }) => theme.spaces[2]};
  font-variant-numeric: tabular-nums;
  span {
    font-weight: ${({ theme }) => theme.fontWeights.regular};
    font-size: ${({ theme }) => theme.fontSizes[2]};
  }
`;

/** A number as people read it, with what one does with it: copy, WhatsApp, call. */
export function PhoneNumber({ phone }: { phone: string }) {
  const t = useText();
  const copyNumber = useCopyNumber();
  const shown = formatPhone(phone);

  return (
    <Menu.Root modal={false}>
      <Trigger endIcon={null}>
        <bdi dir="ltr">{shown}</bdi>
      </Trigger>
      <Menu.Content maxHeight="unset">
        <Menu.Item startIcon={<Duplicate />} onSelect={() => void copyNumber(phone)}>
          {t('phone.copy')}
        </Menu.Item>
        <Menu.Item startIcon={<Discuss />} isExternal href={whatsAppAddress(phone)}>
          {t('phone.whatsapp')}
        </Menu.Item>
        <Menu.Item startIcon={<Phone />} isLink href={`tel:${phone}`}>
          {t('phone.call')}
        </Menu.Item>
      </Menu.Content>
    </Menu.Root>
  );
}
