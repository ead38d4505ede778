import { Flex, Link, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { Link as RouterLink } from 'react-router-dom';
import type { FieldError } from '../../../../shared/errors';
import { formatPhone } from '../../../../shared/phone';
import { CONTACT_STATUSES } from '../../../../shared/status';
import { Notice } from '../../components/Notice';
import { useText } from '../../components/useText';
import { ROOT_PATH } from '../../plugin-id';

/** As many numbers as the server lists. */
const LISTED = 100;

interface Props {
  /** One for each contact of each number that is shared. */
  problems: readonly FieldError[];
}

const tabOf = (status: string) => CONTACT_STATUSES.find((tab) => tab === status) ?? 'active';

function SharedNumber({ phone, problems }: { phone: string; problems: readonly FieldError[] }) {
  const t = useText();
  const search = new URLSearchParams({ search: phone }).toString();
  const owners = problems.flatMap(({ owner }) => owner ?? []);
  return (
    <li>
      <Flex gap={2} wrap="wrap">
        <Typography fontWeight="semiBold">
          <span dir="ltr">{formatPhone(phone)}</span>
        </Typography>
        {owners.map(({ documentId, name, contactStatus }) => (
          <Link
            key={documentId}
            tag={RouterLink}
            to={`${ROOT_PATH}/${tabOf(contactStatus)}?${search}`}
            target="_blank"
          >
            <bdi>{name}</bdi>
          </Link>
        ))}
        {owners.length === 0 && (
          <Typography>{t('settings.conflicts.contacts', { count: problems.length })}</Typography>
        )}
      </Flex>
    </li>
  );
}

/** Why numbers cannot be forbidden to be shared: whose they are, each with the way to correct it. */
export function NumberConflicts({ problems }: Props) {
  const t = useText();
  const { formatNumber } = useIntl();
  const byPhone = new Map<string, FieldError[]>();
  for (const problem of problems) {
    const phone = problem.phone ?? '';
    byPhone.set(phone, [...(byPhone.get(phone) ?? []), problem]);
  }
  return (
    <Notice tone="danger" title={t('settings.conflicts.title')}>
      <Flex direction="column" alignItems="stretch" gap={3}>
        <Typography>{t('settings.conflicts.hint')}</Typography>
        <Flex tag="ul" direction="column" alignItems="stretch" gap={2}>
          {[...byPhone].map(([phone, own]) => (
            <SharedNumber key={phone} phone={phone} problems={own} />
          ))}
        </Flex>
        {byPhone.size === LISTED && (
          <Typography variant="pi">
            {t('settings.conflicts.more', { count: formatNumber(LISTED) })}
          </Typography>
        )}
      </Flex>
    </Notice>
  );
}
