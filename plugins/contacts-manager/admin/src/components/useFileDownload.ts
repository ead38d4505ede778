import { useFetchClient, useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';
import { saveFile } from './save-file';

/** Downloads a file of the server. It needs the person's session, so a plain link would not do. */
export function useFileDownload(file: { path: string; name: string; failure: string }) {
  const { get } = useFetchClient();
  const { toggleNotification } = useNotification();
  const [isLoading, setIsLoading] = useState(false);
  const download = async () => {
    setIsLoading(true);
    try {
      const { data } = await get(file.path, { responseType: 'blob' });
      saveFile(data, file.name);
    } catch {
      toggleNotification({ type: 'danger', message: file.failure });
    } finally {
      setIsLoading(false);
    }
  };
  return { download, isLoading };
}
