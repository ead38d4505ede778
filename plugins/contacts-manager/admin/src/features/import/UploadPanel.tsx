import { Alert, Box, Button, Divider, Flex, Typography } from '@strapi/design-system';
import { useCallback, useState } from 'react';
import { useIntl } from 'react-intl';
import { useLocation, useNavigate } from 'react-router-dom';
import { useFailureText } from '../../components/useFailureText';
import { useText } from '../../components/useText';
import { DropZone } from './DropZone';
import { importPath } from './import-paths';
import { PasteUpload } from './PasteUpload';
import { pastedFile } from './pasted-file';
import { ProgressPanel } from './ProgressPanel';
import { TemplateDownload } from './TemplateDownload';
import { DEFAULT_OPTIONS, readHandedOptions } from './upload-options';
import { usePossibleOptions } from './usePossibleOptions';
import { UploadOptionsPanel } from './UploadOptionsPanel';
import { useUpload, type UploadState } from './useUpload';

interface SendingProps {
  state: Extract<UploadState, { phase: 'sending' }>;
  onCancel: () => void;
}

const MEGABYTE = 1_000_000;

function Sending({ state, onCancel }: SendingProps) {
  const t = useText();
  const { formatNumber } = useIntl();
  const { fileName, sentBytes, totalBytes } = state;
  const inMegabytes = (bytes: number) =>
    formatNumber(bytes / MEGABYTE, {
      style: 'unit',
      unit: 'megabyte',
      maximumFractionDigits: 1,
      minimumFractionDigits: 1,
    });
  return (
    <ProgressPanel
      title={t('import.sending.title')}
      fileName={fileName}
      progress={totalBytes > 0 ? sentBytes / totalBytes : 0}
      detail={t('import.sending.detail', {
        sent: inMegabytes(sentBytes),
        total: inMegabytes(totalBytes),
      })}
      action={
        <Button variant="tertiary" onClick={onCancel}>
          {t('action.cancel')}
        </Button>
      }
    />
  );
}

/** The first step: the template, the file, and what may be wanted besides. */
export function UploadPanel() {
  const t = useText();
  const failureText = useFailureText();
  const navigate = useNavigate();
  const handedOptions = readHandedOptions(useLocation().state);
  const [chosen, setOptions] = useState(handedOptions ?? DEFAULT_OPTIONS);
  const options = usePossibleOptions(chosen);
  const [problem, setProblem] = useState<string | null>(null);
  // The import's own page takes over; going back from it must not lead to a finished upload.
  const openImport = useCallback(
    (id: string) => navigate(importPath(id), { replace: true }),
    [navigate],
  );
  const upload = useUpload(openImport);

  if (upload.state.phase === 'sending') {
    return <Sending state={upload.state} onCancel={upload.cancel} />;
  }

  const takeFiles = (files: File[]) => {
    const [file, second] = files;
    if (!file) return;
    setProblem(second ? t('import.drop.one-file') : null);
    if (!second) void upload.start(file, options);
  };
  const message =
    problem ?? (upload.state.phase === 'failed' ? failureText(upload.state.error) : null);

  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      {message !== null && (
        <Alert
          variant="danger"
          closeLabel={t('action.close')}
          title={t('import.upload.failed')}
          onClose={() => {
            setProblem(null);
            upload.reset();
          }}
        >
          {message}
        </Alert>
      )}
      <Box
        background="neutral0"
        hasRadius
        shadow="filterShadow"
        padding={{ initial: 6, medium: 8 }}
      >
        <Flex direction="column" alignItems="stretch" gap={6}>
          <TemplateDownload />
          <Divider />
          <Flex direction="column" alignItems="stretch" gap={4}>
            <Typography variant="delta" tag="h2">
              {t('import.upload.title')}
            </Typography>
            <DropZone onFiles={takeFiles} />
            <PasteUpload
              onPaste={(text) => takeFiles([pastedFile(text, t('import.paste.file'))])}
            />
          </Flex>
          <UploadOptionsPanel
            options={options}
            onChange={setOptions}
            isOpenAtFirst={handedOptions !== null}
          />
        </Flex>
      </Box>
    </Flex>
  );
}
