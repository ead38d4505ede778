import { Button } from '@strapi/design-system';
import { useDateTime } from '../../../components/DateTime';
import { Notice } from '../../../components/Notice';
import { useText } from '../../../components/useText';

interface Props {
  /** When it was typed, in milliseconds. */
  savedAt: number;
  onDiscard: () => void;
}

/** Says that this was typed before, and lets one begin afresh. */
export function RestoredDraft({ savedAt, onDiscard }: Props) {
  const t = useText();
  const formatDateTime = useDateTime();
  const when = formatDateTime(new Date(savedAt).toISOString());
  return (
    <Notice
      tone="info"
      action={
        <Button size="S" variant="tertiary" onClick={onDiscard}>
          {t('draft.discard')}
        </Button>
      }
    >
      {t('draft.restored', { when })}
    </Notice>
  );
}
