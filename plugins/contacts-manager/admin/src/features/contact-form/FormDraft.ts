import { createContext } from 'react';

/** The draft the form is kept in, and whether it holds more than one contact. */
export interface FormDraftValue {
  id: string;
  /** The list the form was opened from. */
  returnTo: string;
  hasOthers: boolean;
}
export const FormDraft = createContext<FormDraftValue | null>(null);
