import { useAuth } from '@strapi/strapi/admin';
import { useCallback, useEffect, useRef, useState } from 'react';
import { uploadImport, type UploadOptions } from '../../api/upload-import';

export type UploadState =
  | { phase: 'idle' }
  | { phase: 'sending'; fileName: string; sentBytes: number; totalBytes: number }
  | { phase: 'failed'; error: unknown };

/** One upload at a time; leaving the page stops it. */
export function useUpload(onAccepted: (importId: string) => void) {
  const token = useAuth('useUpload', (auth) => auth.token);
  const [state, setState] = useState<UploadState>({ phase: 'idle' });
  const running = useRef<AbortController | null>(null);

  useEffect(() => () => running.current?.abort(), []);

  const start = useCallback(
    async (file: File, options: UploadOptions) => {
      if (running.current) return;
      const controller = new AbortController();
      running.current = controller;
      const fileName = file.name;
      setState({ phase: 'sending', fileName, sentBytes: 0, totalBytes: file.size });
      const outcome = await uploadImport({
        file,
        options,
        token,
        signal: controller.signal,
        onProgress: (sentBytes, totalBytes) =>
          setState({ phase: 'sending', fileName, sentBytes, totalBytes }),
      });
      running.current = null;
      if (outcome.kind === 'accepted') onAccepted(outcome.id);
      else if (outcome.kind === 'cancelled') setState({ phase: 'idle' });
      else setState({ phase: 'failed', error: outcome.error });
    },
    [token, onAccepted],
  );

  return {
    state,
    start,
    cancel: () => running.current?.abort(),
    reset: () => setState({ phase: 'idle' }),
  };
}
