import { HistoryList } from '../features/changes/HistoryList';

export const HistoryPage = () => <HistoryList />;
