import { Button } from '@strapi/design-system';
import type { ReactNode } from 'react';
import { DialogFrame } from './DialogFrame';
import { Notice } from './Notice';
import { useText } from './useText';

interface Props {
  title: string;
  saveLabel: string;
  isSaving: boolean;
  /** What went wrong beyond the fields, which show their own problems. */
  failure: string | null;
  onSave: (form: HTMLFormElement) => void;
  onClose: () => void;
  /** Where the focus goes afterwards. */
  returnFocus: () => void;
  children: ReactNode;
}

/** A form in a dialog; Enter in a field of one line saves it. */
export function FormDialog(props: Props) {
  const { isSaving, failure, onSave, onClose } = props;
  const t = useText();
  return (
    <DialogFrame
      title={props.title}
      isHeld={isSaving}
      onSubmit={(form) => {
        if (!isSaving) onSave(form);
      }}
      onClose={onClose}
      returnFocus={props.returnFocus}
      footer={
        <>
          <Button variant="tertiary" onClick={onClose} disabled={isSaving}>
            {t('action.cancel')}
          </Button>
          <Button type="submit" loading={isSaving}>
            {props.saveLabel}
          </Button>
        </>
      }
    >
      {failure === null ? null : <Notice tone="danger">{failure}</Notice>}
      {props.children}
    </DialogFrame>
  );
}
