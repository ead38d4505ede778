export { ImportsList as ImportsPage } from '../features/import/ImportsList';
