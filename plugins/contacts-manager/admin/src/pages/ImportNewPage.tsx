import { ImportLayout } from '../features/import/ImportLayout';
import { UploadPanel } from '../features/import/UploadPanel';

export const ImportNewPage = () => (
  <ImportLayout step="upload">
    <UploadPanel />
  </ImportLayout>
);
