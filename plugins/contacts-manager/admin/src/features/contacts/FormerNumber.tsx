import { Typography } from '@strapi/design-system';
import { formatPhone } from '../../../../shared/phone';
import { useText } from '../../components/useText';

/** Under the name of a contact that was found by a number it no longer has. */
export function FormerNumber({ phone }: { phone: string }) {
  const t = useText();
  return (
    <Typography tag="p" variant="pi" textColor="warning700">
      {t('list.formerly')} <bdi dir="ltr">{formatPhone(phone)}</bdi>
    </Typography>
  );
}
