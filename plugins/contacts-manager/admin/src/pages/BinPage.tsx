import { BinList } from '../features/bin/BinList';

export const BinPage = () => <BinList />;
