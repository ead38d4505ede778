import { Box, Flex, Link, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { Link as RouterLink } from 'react-router-dom';
import { styled } from 'styled-components';
import type { NamedRecordView } from '../../../../shared/contracts/named-records';
import { CONTACT_STATUSES, type ContactStatus } from '../../../../shared/status';
import type { NamedRecordKind } from '../../api/named-records';
import {
  ActionsCell,
  ActionsHead,
  DataTable,
  HeadCell,
  SkeletonRows,
} from '../../components/DataTable';
import { DateTime } from '../../components/DateTime';
import { UserText } from '../../components/UserText';
import { useText } from '../../components/useText';
import { ColorDot } from './ColorDot';
import { membersPath } from './member-links';
import { readColor } from './record-colors';
import { RecordMenu, type RecordVerb } from './RecordMenu';

type OnPick = (verb: RecordVerb, record: NamedRecordView, trigger: HTMLElement | null) => void;

interface RowProps {
  kind: NamedRecordKind;
  record: NamedRecordView;
  /** Some record of the table has a colour. */
  hasColors: boolean;
  verbs: readonly RecordVerb[];
  onPick: OnPick;
}

interface CountProps {
  kind: NamedRecordKind;
  record: NamedRecordView;
  status: ContactStatus;
}

/** A number that opens the tab it counts. */
function MemberCount({ kind, record, status }: CountProps) {
  const t = useText();
  const { formatNumber } = useIntl();
  const count = record.members[status];
  if (count === 0) return <Typography textColor="neutral500">{formatNumber(0)}</Typography>;
  return (
    <Link
      tag={RouterLink}
      to={membersPath(kind, record.documentId, status)}
      aria-label={t(`groups.members.${status}`, { name: record.name, count })}
    >
      {formatNumber(count)}
    </Link>
  );
}

/** Two lines of it, so that a long one leaves the numbers in sight; the browser's tooltip has the whole. */
const Description = styled(Typography)`
  display: -webkit-box;
  overflow: hidden;
  min-width: 12rem;
  max-width: 36rem;
  text-align: match-parent;
  white-space: normal;
  overflow-wrap: anywhere;
  -webkit-box-orient: vertical;
  -webkit-line-clamp: 2;
`;

/** Keeps names aligned in a table in which some have a colour. */
const DotSlot = styled(Box)`
  flex: none;
  width: 1.2rem;
`;

function RecordRow({ kind, record, hasColors, verbs, onPick }: RowProps) {
  const { formatNumber } = useIntl();
  return (
    <tr>
      <td>
        <Flex gap={3}>
          {hasColors ? (
            <DotSlot>
              <ColorDot color={record.color} />
            </DotSlot>
          ) : null}
          <Link tag={RouterLink} to={membersPath(kind, record.documentId)}>
            <UserText maxWidth="24rem" fontWeight="semiBold" textColor="primary600">
              {record.name}
            </UserText>
          </Link>
        </Flex>
      </td>
      <td>
        {record.description ? (
          <Description dir="auto" tag="p" textColor="neutral600" title={record.description}>
            {record.description}
          </Description>
        ) : null}
      </td>
      {CONTACT_STATUSES.map((status) => (
        <td key={status}>
          <MemberCount kind={kind} record={record} status={status} />
        </td>
      ))}
      <td>
        <Typography fontWeight="semiBold">{formatNumber(record.members.total)}</Typography>
      </td>
      <td>
        <DateTime iso={record.createdAt} />
      </td>
      {verbs.length > 0 && (
        <ActionsCell>
          <RecordMenu
            name={record.name}
            verbs={verbs}
            onPick={(verb, trigger) => onPick(verb, record, trigger)}
          />
        </ActionsCell>
      )}
    </tr>
  );
}

interface Props {
  kind: NamedRecordKind;
  records: NamedRecordView[] | undefined;
  isBusy: boolean;
  verbs: readonly RecordVerb[];
  onPick: OnPick;
}

const COLUMNS = [
  'groups.name',
  'groups.description',
  'tab.active',
  'tab.archived',
  'tab.blocked',
  'groups.total',
  'groups.created',
] as const;

export function NamedRecordsTable({ kind, records, isBusy, verbs, onPick }: Props) {
  const t = useText();
  const hasColors = records?.some(({ color }) => readColor(color) !== null) ?? false;
  return (
    <DataTable label={t(`${kind}.title`)} isBusy={isBusy}>
      <thead>
        <tr>
          {COLUMNS.map((column) => (
            <HeadCell key={column} label={t(column)} />
          ))}
          {verbs.length > 0 && <ActionsHead label={t('groups.actions')} />}
        </tr>
      </thead>
      {records ? (
        <tbody>
          {records.map((record) => (
            <RecordRow
              key={record.documentId}
              kind={kind}
              record={record}
              hasColors={hasColors}
              verbs={verbs}
              onPick={onPick}
            />
          ))}
        </tbody>
      ) : (
        <SkeletonRows rows={6} columns={COLUMNS.length + (verbs.length > 0 ? 1 : 0)} />
      )}
    </DataTable>
  );
}
