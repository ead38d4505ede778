import { Flex, IconButton, Typography } from '@strapi/design-system';
import { ArrowDown, ArrowUp, Pencil, Trash } from '@strapi/icons';
import type { CustomField } from '../../../../shared/custom-fields';
import {
  ActionsCell,
  ActionsHead,
  DataTable,
  HeadCell,
  SkeletonRows,
} from '../../components/DataTable';
import { UserText } from '../../components/UserText';
import { useText } from '../../components/useText';
import { FieldValueText } from './FieldValueText';

export type FieldVerb = 'edit' | 'delete';
export type Direction = 'up' | 'down';

interface RowProps {
  field: CustomField;
  isFirst: boolean;
  isLast: boolean;
  onPick: (verb: FieldVerb, field: CustomField, trigger: HTMLElement) => void;
  onMove: (field: CustomField, direction: Direction, trigger: HTMLElement) => void;
}

const VERBS = [
  { verb: 'edit', Icon: Pencil },
  { verb: 'delete', Icon: Trash },
] as const;

const DIRECTIONS = [
  { direction: 'up', Icon: ArrowUp },
  { direction: 'down', Icon: ArrowDown },
] as const;

/** Each cell says by itself what it is: on a phone, where rows are cards, there are no headers. */
function FieldRow({ field, isFirst, isLast, onPick, onMove }: RowProps) {
  const t = useText();
  const { label, options, required, type, key } = field;
  return (
    <tr>
      <td>
        <UserText fontWeight="semiBold" textColor="neutral800">
          {label}
        </UserText>
      </td>
      <td>
        <Typography textColor="neutral800">{t(`fields.type.${type}`)}</Typography>
      </td>
      <td>
        <Typography textColor="neutral800">{required ? t('fields.required') : ''}</Typography>
      </td>
      <td>
        <Typography textColor="neutral800">
          {options.length > 0 ? t('fields.options-count', { count: options.length }) : ''}
        </Typography>
      </td>
      <td>
        <FieldValueText field={field} value={field.defaultValue} maxWidth="14rem" />
      </td>
      <td>
        <Typography tag="code" textColor="neutral600">
          {key}
        </Typography>
      </td>
      <td>
        <Flex gap={1}>
          {DIRECTIONS.map(({ direction, Icon }) => (
            <IconButton
              key={direction}
              variant="ghost"
              label={t(`fields.move-${direction}`, { label })}
              disabled={direction === 'up' ? isFirst : isLast}
              onClick={(event) => onMove(field, direction, event.currentTarget)}
            >
              <Icon aria-hidden />
            </IconButton>
          ))}
        </Flex>
      </td>
      <ActionsCell>
        {VERBS.map(({ verb, Icon }) => (
          <IconButton
            key={verb}
            variant="ghost"
            label={t(`fields.${verb}-one`, { label })}
            onClick={(event) => onPick(verb, field, event.currentTarget)}
          >
            <Icon aria-hidden />
          </IconButton>
        ))}
      </ActionsCell>
    </tr>
  );
}

const COLUMNS = [
  'fields.column.label',
  'fields.column.type',
  'fields.column.required',
  'fields.column.options',
  'fields.column.default',
  'fields.column.key',
  'fields.column.order',
] as const;

interface Props extends Pick<RowProps, 'onPick' | 'onMove'> {
  /** Undefined while they load. */
  fields: CustomField[] | undefined;
  isBusy: boolean;
}

export function FieldsTable({ fields, isBusy, onPick, onMove }: Props) {
  const t = useText();
  return (
    <DataTable label={t('fields.title')} isBusy={isBusy}>
      <thead>
        <tr>
          {COLUMNS.map((column) => (
            <HeadCell key={column} label={t(column)} />
          ))}
          <ActionsHead label={t('fields.column.actions')} />
        </tr>
      </thead>
      {fields ? (
        <tbody>
          {fields.map((field, index) => (
            <FieldRow
              key={field.documentId}
              field={field}
              isFirst={index === 0}
              isLast={index === fields.length - 1}
              onPick={onPick}
              onMove={onMove}
            />
          ))}
        </tbody>
      ) : (
        <SkeletonRows rows={4} columns={COLUMNS.length + 1} />
      )}
    </DataTable>
  );
}
