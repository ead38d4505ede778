import { NamedRecordsList } from '../features/named-records/NamedRecordsList';

export const GroupsPage = () => <NamedRecordsList kind="groups" />;
