import { Box, Flex } from '@strapi/design-system';
import type { Pagination } from '../../../../shared/contracts/contacts';
import type { ContactStatus } from '../../../../shared/status';
import { Total } from '../../components/Total';
import { isNarrowed, type ListAddress } from './list-address';
import { OtherTabs } from './OtherTabs';

interface Props {
  status: ContactStatus;
  address: ListAddress;
  pagination: Pagination | undefined;
}

/** How many there are, here and, for a search, behind the other tabs. */
export function ListSummary({ status, address, pagination }: Props) {
  return (
    <Flex justifyContent="space-between" wrap="wrap" gap={2} minHeight="4rem">
      {isNarrowed(address) ? <OtherTabs status={status} address={address} /> : <Box />}
      {pagination ? <Total total={pagination.total} isExact={pagination.totalIsExact} /> : null}
    </Flex>
  );
}
