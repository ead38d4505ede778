import { useNotification } from '@strapi/strapi/admin';
import type { MappingBody } from '../../../../shared/contracts/imports';
import { useMapImportColumnsMutation } from '../../api/imports';
import { useFailureText } from '../../components/useFailureText';

/** Tells the server what a person has chosen; the import is read again, and another screen takes over. */
export function useMapping(id: string) {
  const failureText = useFailureText();
  const { toggleNotification } = useNotification();
  const [mapColumns, { isLoading }] = useMapImportColumnsMutation();
  const submit = async (body: MappingBody) => {
    const answer = await mapColumns({ id, body });
    if ('error' in answer) {
      toggleNotification({ type: 'danger', message: failureText(answer.error) });
    }
  };
  return { submit, isLoading };
}
