import { Box, Radio, Typography } from '@strapi/design-system';
import { useId } from 'react';
import { styled } from 'styled-components';
import type { SheetPreview } from '../../../../shared/contracts/imports';
import { useText } from '../../components/useText';
import { UserText } from '../../components/UserText';

/** The value for a list whose first row is a contact already. */
const NO_HEADER = 0;

const Table = styled.table`
  min-width: 100%;
  border-collapse: collapse;
  white-space: nowrap;

  /* What is left of the width goes to the last column. */
  td:not(:last-of-type) {
    width: 0;
  }
  td {
    padding: ${({ theme }) => `${theme.spaces[1]} ${theme.spaces[3]}`};
    border-bottom: 1px solid ${({ theme }) => theme.colors.neutral150};
  }
  tr[data-header='true'] {
    background: ${({ theme }) => theme.colors.primary100};
  }
`;

interface Props {
  rows: SheetPreview['rows'];
  headerRow: number;
  onChoose: (row: number) => void;
}

/** The first rows of a sheet as they stand there, one of which has the headers. */
export function HeaderRowChoice({ rows, headerRow, onChoose }: Props) {
  const t = useText();
  const labelId = useId();
  return (
    <Radio.Group
      aria-labelledby={labelId}
      value={String(headerRow)}
      onValueChange={(row: string) => onChoose(Number(row))}
    >
      <Typography id={labelId} variant="pi" fontWeight="bold">
        {t('import.table.rows')}
      </Typography>
      <Box
        overflow="auto"
        borderColor="neutral200"
        hasRadius
        marginTop={1}
        marginBottom={2}
        tabIndex={0}
        role="region"
        aria-labelledby={labelId}
      >
        <Table>
          <tbody>
            {rows.map(({ row, cells }) => (
              <tr key={row} data-header={row === headerRow}>
                <td>
                  <Radio.Item value={String(row)} aria-label={t('import.table.row', { row })}>
                    <Typography variant="pi">{row}</Typography>
                  </Radio.Item>
                </td>
                {cells.map((cell, column) => (
                  <td key={column}>
                    <UserText
                      variant="pi"
                      maxWidth="16rem"
                      {...(row === headerRow ? { fontWeight: 'bold' as const } : {})}
                    >
                      {cell}
                    </UserText>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </Table>
      </Box>
      <Radio.Item value={String(NO_HEADER)}>{t('import.table.no-header')}</Radio.Item>
    </Radio.Group>
  );
}
