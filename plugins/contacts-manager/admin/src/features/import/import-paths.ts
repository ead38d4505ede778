import { ROOT_PATH } from '../../plugin-id';

export const IMPORTS_PATH = `${ROOT_PATH}/imports`;
export const NEW_IMPORT_PATH = `${IMPORTS_PATH}/new`;
export const importPath = (id: string) => `${IMPORTS_PATH}/${id}`;
