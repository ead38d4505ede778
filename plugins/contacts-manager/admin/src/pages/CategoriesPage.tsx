import { NamedRecordsList } from '../features/named-records/NamedRecordsList';

export const CategoriesPage = () => <NamedRecordsList kind="categories" />;
