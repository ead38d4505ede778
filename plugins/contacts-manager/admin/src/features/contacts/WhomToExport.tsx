import { Box, Field, Radio, Typography } from '@strapi/design-system';
import { useState, type ReactNode } from 'react';
import { useGetContactCountsQuery } from '../../api/contacts';
import { useText } from '../../components/useText';
import { selectGroups, totalOf, type ExportedPeople } from './exported-people';
import { GroupLists, type ChosenGroups } from './GroupLists';
import type { Chosen } from './ticks';

const NO_GROUPS: ChosenGroups = { groups: [], views: [] };

/** The contacts that were selected, or everybody in groups and in views that are used as groups. */
export function useWhomToExport(chosen: Chosen): {
  /** Null while it is not said, or not known how many they are. */
  people: ExportedPeople | null;
  field: ReactNode;
} {
  const t = useText();
  const [isByGroup, setByGroup] = useState(false);
  const [picked, setPicked] = useState(NO_GROUPS);
  const byGroup = selectGroups(picked);
  const { currentData: counts } = useGetContactCountsQuery(picked, {
    skip: !isByGroup || byGroup === null,
  });
  const label = t('export.whom');
  const field = (
    <Field.Root>
      <Field.Label>{label}</Field.Label>
      <Radio.Group
        aria-label={label}
        value={isByGroup ? 'groups' : 'chosen'}
        onValueChange={(value: string) => setByGroup(value === 'groups')}
      >
        <Radio.Item value="chosen">
          {t(chosen.isExact ? 'export.whom.chosen' : 'export.whom.chosen-more', {
            count: chosen.count,
          })}
        </Radio.Item>
        <Radio.Item value="groups">{t('export.whom.groups')}</Radio.Item>
      </Radio.Group>
      {isByGroup ? (
        <Box
          hasRadius
          borderColor="neutral200"
          borderStyle="solid"
          borderWidth="1px"
          padding={2}
          marginTop={2}
        >
          <GroupLists
            label={t('dialog.add-to-groups.label')}
            value={picked}
            onChange={(patch) => setPicked({ ...picked, ...patch })}
          />
          {picked.groups.length > 0 && picked.views.length > 0 ? (
            <Typography tag="p" variant="pi" textColor="neutral600">
              {t('export.whom.both')}
            </Typography>
          ) : null}
        </Box>
      ) : null}
    </Field.Root>
  );
  if (!isByGroup) return { people: chosen, field };
  return { people: byGroup && counts ? { selection: byGroup, ...totalOf(counts) } : null, field };
}
