import { Flex, Link, Typography } from '@strapi/design-system';
import { Fragment } from 'react';
import { Link as RouterLink } from 'react-router-dom';
import { CONTACT_STATUSES, type ContactStatus } from '../../../../shared/status';
import { useGetContactCountsQuery } from '../../api/contacts';
import { inReadersZone } from '../../components/reader-zone';
import { useText } from '../../components/useText';
import { narrowing, type ListAddress } from './list-address';
import { listPath } from './useListAddress';

/** "0 in Active · 1 in Archived": what the same search finds behind the other tabs, one click away. */
export function OtherTabs({ status, address }: { status: ContactStatus; address: ListAddress }) {
  const t = useText();
  const { currentData: counts } = useGetContactCountsQuery(inReadersZone(narrowing(address)));
  if (!counts) return null;
  return (
    <Flex gap={2} wrap="wrap" aria-live="polite">
      {CONTACT_STATUSES.map((other, index) => {
        const { total, totalIsExact } = counts[other];
        const text = t(totalIsExact ? 'list.hits-in' : 'list.hits-in-more', {
          total,
          tab: t(`tab.${other}`),
        });
        return (
          <Fragment key={other}>
            {index > 0 ? <Typography textColor="neutral500">·</Typography> : null}
            {other === status || total === 0 ? (
              <Typography textColor="neutral600">{text}</Typography>
            ) : (
              <Link tag={RouterLink} to={listPath(other, { ...address, page: 1 })}>
                {text}
              </Link>
            )}
          </Fragment>
        );
      })}
    </Flex>
  );
}
