import { ROOT_PATH } from '../../plugin-id';

export const HISTORY_PATH = `${ROOT_PATH}/history`;
export const changePath = (operationId: string) => `${HISTORY_PATH}/${operationId}`;
