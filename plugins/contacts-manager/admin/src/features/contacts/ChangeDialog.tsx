import { Button, Typography } from '@strapi/design-system';
import type { ReactNode } from 'react';
import type { BulkAnswer } from '../../../../shared/contracts/bulk';
import { DialogFrame } from '../../components/DialogFrame';
import { Notice } from '../../components/Notice';
import { useText } from '../../components/useText';
import { SkippedList } from '../../components/SkippedList';

interface Props {
  title: string;
  confirmLabel: string;
  isDangerous?: boolean;
  /** Nothing would come of it. */
  isPointless: boolean;
  isApplying: boolean;
  /** Closing ends what is under way. */
  isCancellable?: boolean;
  failure: string | null;
  /** The change is made; these were left out. */
  partly: BulkAnswer | null;
  onConfirm: () => void;
  onClose: () => void;
  /** Where the focus goes afterwards. */
  returnFocus: () => void;
  children: ReactNode;
}

/** The frame of every "are you sure": question, failure and, when somebody was left out, the result. */
export function ChangeDialog(props: Props) {
  const { partly, failure, isApplying, onClose } = props;
  const t = useText();
  const isHeld = isApplying && !props.isCancellable;
  return (
    <DialogFrame
      title={props.title}
      isHeld={isHeld}
      onClose={onClose}
      returnFocus={props.returnFocus}
      footer={
        <>
          <Button variant="tertiary" onClick={onClose} disabled={isHeld}>
            {t(partly ? 'action.close' : 'action.cancel')}
          </Button>
          {partly ? null : (
            <Button
              variant={props.isDangerous ? 'danger' : 'default'}
              onClick={props.onConfirm}
              loading={isApplying}
              disabled={props.isPointless || isApplying}
            >
              {props.confirmLabel}
            </Button>
          )}
        </>
      }
    >
      {failure ? <Notice tone="danger">{failure}</Notice> : null}
      {partly ? (
        <>
          <Typography>{t('result.skipped', { count: partly.skippedCount })}</Typography>
          <SkippedList answer={partly} />
        </>
      ) : (
        props.children
      )}
    </DialogFrame>
  );
}
