import { Button } from '@strapi/design-system';
import type { ReactNode } from 'react';
import { DialogFrame } from '../../components/DialogFrame';
import { Notice } from '../../components/Notice';
import { useText } from '../../components/useText';

interface Props {
  title: string;
  confirmLabel: string;
  isDisabled?: boolean;
  isWorking: boolean;
  failure: string | null;
  onConfirm: () => void;
  onClose: () => void;
  /** Where the focus goes afterwards. */
  returnFocus: () => void;
  children: ReactNode;
}

/** The frame of a dialog that makes one change. */
export function ChangeFrame(props: Props) {
  const { isWorking, failure, onClose } = props;
  const t = useText();
  return (
    <DialogFrame
      title={props.title}
      isHeld={isWorking}
      onClose={onClose}
      returnFocus={props.returnFocus}
      footer={
        <>
          <Button variant="tertiary" onClick={onClose} disabled={isWorking}>
            {t('action.cancel')}
          </Button>
          <Button
            loading={isWorking}
            disabled={isWorking || (props.isDisabled ?? false)}
            onClick={props.onConfirm}
          >
            {props.confirmLabel}
          </Button>
        </>
      }
    >
      {failure === null ? null : <Notice tone="danger">{failure}</Notice>}
      {props.children}
    </DialogFrame>
  );
}
