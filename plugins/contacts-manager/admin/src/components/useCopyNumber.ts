import { useClipboard, useNotification } from '@strapi/strapi/admin';
import { formatPhone } from '../../../shared/phone';
import { useText } from './useText';

/** Puts a number on the clipboard and says whether the browser let it. */
export function useCopyNumber(): (phone: string) => Promise<void> {
  const t = useText();
  const { copy } = useClipboard();
  const { toggleNotification } = useNotification();
  return async (phone) => {
    const isCopied = await copy(phone);
    toggleNotification({
      type: isCopied ? 'success' : 'warning',
      message: t(isCopied ? 'phone.copied' : 'phone.not-copied', { phone: formatPhone(phone) }),
    });
  };
}

export const whatsAppAddress = (phone: string): string =>
  `https://wa.me/${phone.replace(/\D/g, '')}`;
