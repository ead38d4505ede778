import { DuplicatesList } from '../features/duplicates/DuplicatesList';

export const DuplicatesPage = () => <DuplicatesList />;
