import { useAuth } from '@strapi/strapi/admin';
import { useEffect, useRef, useState } from 'react';
import { exportFileName, type ExportBodyInput } from '../../../../shared/contracts/exports';
import { downloadExport, type DownloadProgress } from '../../api/download-export';
import { saveFile } from '../../components/save-file';
import { useFailureText } from '../../components/useFailureText';
import { useText } from '../../components/useText';

/** Often enough to see it move, seldom enough that drawing does not slow the download down. */
const SHOW_EVERY = 200;

const NOTHING_YET: DownloadProgress = { bytes: 0, rows: null, total: null };

/** One download at a time; closing its dialog ends it. Only a whole file is saved. */
export function useExport(onSaved: () => void) {
  const t = useText();
  const failureText = useFailureText();
  const token = useAuth('useExport', (auth) => auth.token);
  const [state, setState] = useState<{ isApplying: boolean; failure: string | null }>({
    isApplying: false,
    failure: null,
  });
  const [progress, setProgress] = useState(NOTHING_YET);
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);

  const start = async (body: ExportBodyInput) => {
    if (running.current) return;
    const controller = new AbortController();
    running.current = controller;
    setState({ isApplying: true, failure: null });
    setProgress(NOTHING_YET);
    let shownAt = 0;
    const onProgress = (now: DownloadProgress) => {
      if (Date.now() - shownAt < SHOW_EVERY) return;
      shownAt = Date.now();
      setProgress(now);
    };
    const outcome = await downloadExport({ body, token, signal: controller.signal, onProgress });
    running.current = null;
    if (outcome.kind === 'file') {
      saveFile(outcome.content, exportFileName(body.format, new Date()));
      onSaved();
    } else if (outcome.kind !== 'cancelled') {
      const failure =
        outcome.kind === 'broken-off' ? t('export.broken-off') : failureText(outcome.error);
      setState({ isApplying: false, failure });
    }
  };
  return { start, progress, ...state };
}
