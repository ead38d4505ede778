import { Flex, Link, Typography } from '@strapi/design-system';
import { Link as RouterLink } from 'react-router-dom';
import type { ContactView, OriginAnswer } from '../../../../shared/contracts/contacts';
import { STATUS_ACTION_NAMES } from '../../../../shared/status';
import { useGetOriginQuery, useGetStatusChangeQuery } from '../../api/contacts';
import { DateTime, useDateTime } from '../../components/DateTime';
import { StatusBadge } from '../../components/StatusBadge';
import { usePermissions } from '../../components/usePermissions';
import { useText } from '../../components/useText';
import { ROOT_PATH } from '../../plugin-id';
import { useActorName } from '../changes/change-text';
import { FieldRow } from './FieldRow';
import { Panel } from './Panel';
import { LongText } from './Values';

/** Status with who set it, when and why. */
function StatusLine({ contact }: { contact: ContactView }) {
  const t = useText();
  const formatDateTime = useDateTime();
  const { currentData: change } = useGetStatusChangeQuery(contact.documentId);
  const action = STATUS_ACTION_NAMES.find((known) => known === change?.action);
  const reason = change ? change.reason : contact.statusReason;
  return (
    <Flex direction="column" alignItems="flex-start" gap={2}>
      <StatusBadge status={contact.contactStatus} />
      {change && action ? (
        <Typography textColor="neutral800">
          {t('contact.status-change', {
            what: t(`change.kind.${action}`),
            by: change.by ?? t('blocked-by.unknown'),
            at: formatDateTime(change.at),
          })}
        </Typography>
      ) : null}
      {reason ? <LongText>{t('blocked-by.reason', { reason })}</LongText> : null}
    </Flex>
  );
}

function useOriginText(contact: ContactView, origin: OriginAnswer['data'] | undefined): string {
  const t = useText();
  const actorName = useActorName();
  if (contact.source === 'inbound') return t('contact.origin.inbound');
  if (!origin) return contact.source === 'api' ? t('contact.origin.api') : '';
  const who = actorName(origin.by);
  return t(origin.kind === 'import' ? 'contact.origin.import' : 'contact.origin.create', { who });
}

/** When and how a contact came in, with the way to its import. */
function Origin({ contact }: { contact: ContactView }) {
  const t = useText();
  const may = usePermissions();
  const { currentData: origin } = useGetOriginQuery(contact.documentId);
  const text = useOriginText(contact, origin);
  return (
    <Flex direction="column" alignItems="flex-start" gap={1}>
      <DateTime iso={contact.createdAt} />
      {text ? <Typography textColor="neutral800">{text}</Typography> : null}
      {origin?.importId && may.import ? (
        <Link tag={RouterLink} to={`${ROOT_PATH}/imports/${origin.importId}`}>
          {t('contact.origin.file', { file: origin.fileName ?? '' })}
        </Link>
      ) : null}
    </Flex>
  );
}

/** What a contact is to us: status, where it came from, when it last changed. */
export function StatusPanel({ contact }: { contact: ContactView }) {
  const t = useText();
  return (
    <Panel title={t('contact.status')}>
      <FieldRow label={t('column.status')}>
        <StatusLine contact={contact} />
      </FieldRow>
      <FieldRow label={t('contact.added')}>
        <Origin contact={contact} />
      </FieldRow>
      <FieldRow label={t('contact.changed')}>
        <DateTime iso={contact.updatedAt} />
      </FieldRow>
      {contact.lastInteractionAt ? (
        <FieldRow label={t('contact.last-message')}>
          <DateTime iso={contact.lastInteractionAt} />
        </FieldRow>
      ) : null}
    </Panel>
  );
}
