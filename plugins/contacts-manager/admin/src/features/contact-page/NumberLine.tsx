import { Flex, IconButton, Typography } from '@strapi/design-system';
import { Discuss, Duplicate, Phone } from '@strapi/icons';
import { formatPhone } from '../../../../shared/phone';
import { useCopyNumber, whatsAppAddress } from '../../components/useCopyNumber';
import { useText } from '../../components/useText';

/** A number with what one does with it in reach: copy, WhatsApp, call. */
export function NumberLine({ phone }: { phone: string }) {
  const t = useText();
  const copyNumber = useCopyNumber();
  const shown = formatPhone(phone);
  const label = (what: string) => t('change.title', { what, detail: shown });
  return (
    <Flex gap={2} wrap="wrap">
      <Typography textColor="neutral800">
        <bdi dir="ltr">{shown}</bdi>
      </Typography>
      <Flex gap={1}>
        <IconButton size="XS" label={label(t('phone.copy'))} onClick={() => void copyNumber(phone)}>
          <Duplicate aria-hidden />
        </IconButton>
        <IconButton
          size="XS"
          tag="a"
          href={whatsAppAddress(phone)}
          target="_blank"
          rel="noopener noreferrer"
          label={label(t('phone.whatsapp'))}
        >
          <Discuss aria-hidden />
        </IconButton>
        <IconButton size="XS" tag="a" href={`tel:${phone}`} label={label(t('phone.call'))}>
          <Phone aria-hidden />
        </IconButton>
      </Flex>
    </Flex>
  );
}
