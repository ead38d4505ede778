import { ROOT_PATH } from '../plugin-id';

/** The page of one contact. */
export const contactPath = (documentId: string) => `${ROOT_PATH}/contacts/${documentId}`;

/** All its fields as a form. */
export const editPath = (documentId: string) => `${ROOT_PATH}/edit/${documentId}`;
