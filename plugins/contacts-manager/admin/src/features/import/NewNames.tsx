import { Box, Flex, TextButton, Typography } from '@strapi/design-system';
import { useState } from 'react';
import { useNotification } from '@strapi/strapi/admin';
import type { ImportView, NewName } from '../../../../shared/contracts/imports';
import { useFailureText } from '../../components/useFailureText';
import { useText } from '../../components/useText';
import { useReplaceAll } from './useReplaceAll';

const FIRST_SHOWN = 8;

interface NearNameProps {
  importId: string;
  field: 'category' | 'groups';
  name: string;
  near: string;
  onReplaced: () => void;
}

/** Decides once for the whole file that a name is a misspelled one of those that exist. */
function NearName({ importId, field, name, near, onReplaced }: NearNameProps) {
  const t = useText();
  const failureText = useFailureText();
  const { toggleNotification } = useNotification();
  const { run, changed } = useReplaceAll(importId, onReplaced);
  const choose = async () => {
    const { changed: rows, error } = await run({ field, find: name, replace: near, as: 'name' });
    toggleNotification(
      error === undefined
        ? { type: 'success', message: t('import.names.near.done', { near, rows }) }
        : { type: 'danger', message: failureText(error) },
    );
  };
  return (
    <TextButton loading={changed !== null} onClick={() => void choose()}>
      {t('import.names.near', { near })}
    </TextButton>
  );
}

interface NameListProps {
  importId: string;
  field: 'category' | 'groups';
  title: string;
  names: NewName[];
  /** With those that are not listed. */
  count: number;
  onReplaced: () => void;
}

function NameList({ importId, field, title, names, count, onReplaced }: NameListProps) {
  const t = useText();
  const [isWhole, setIsWhole] = useState(false);
  if (names.length === 0) return null;
  const hidden = count - FIRST_SHOWN;
  const beyond = count - names.length;
  const shown = isWhole ? names : names.slice(0, FIRST_SHOWN);
  return (
    <Flex
      alignItems="flex-start"
      gap={{ initial: 2, medium: 4 }}
      direction={{ initial: 'column', medium: 'row' }}
    >
      <Box minWidth="9.6rem" paddingTop={1} shrink={0}>
        <Typography variant="pi" fontWeight="bold" tag="h3">
          {title}
        </Typography>
      </Box>
      <Flex tag="ul" gap={2} wrap="wrap">
        {shown.map(({ name, rows, near }) => (
          <Flex
            key={name}
            tag="li"
            gap={2}
            hasRadius
            background="neutral100"
            borderColor="neutral200"
            borderStyle="solid"
            borderWidth="1px"
            paddingTop={1}
            paddingBottom={1}
            paddingLeft={2}
            paddingRight={2}
            maxWidth="48rem"
          >
            <Typography dir="auto" ellipsis title={name}>
              {name}
            </Typography>
            <Typography variant="pi" textColor="neutral600" shrink={0}>
              {t('import.names.rows', { rows })}
            </Typography>
            {near === undefined ? null : (
              <NearName {...{ importId, field, name, near, onReplaced }} />
            )}
          </Flex>
        ))}
        {isWhole && beyond > 0 ? <li>{t('import.names.beyond', { beyond })}</li> : null}
        {hidden > 0 && (
          <li>
            <TextButton aria-expanded={isWhole} onClick={() => setIsWhole(!isWhole)}>
              {isWhole ? t('import.names.less') : t('import.names.more', { hidden })}
            </TextButton>
          </li>
        )}
      </Flex>
    </Flex>
  );
}

interface NewNamesProps {
  view: ImportView;
  /** Rows were changed, of any kind. */
  onReplaced: () => void;
}

/** Categories and groups the file names that do not exist: they will be created, or made their rows problems. */
export function NewNames({ view, onReplaced }: NewNamesProps) {
  const t = useText();
  const { newNames, newNameCounts } = view;
  const { categories, groups } = newNames;
  if (categories.length + groups.length === 0) return null;
  const willCreate = view.options.unknownNames === 'create';
  return (
    <Box background="neutral0" hasRadius shadow="tableShadow" padding={5}>
      <Flex direction="column" alignItems="stretch" gap={3}>
        <Box>
          <Typography fontWeight="bold" tag="h2">
            {t(willCreate ? 'import.names.new' : 'import.names.unknown')}
          </Typography>
          <Typography variant="pi" textColor="neutral600" tag="p">
            {t(willCreate ? 'import.names.new.hint' : 'import.names.unknown.hint')}
          </Typography>
        </Box>
        <NameList
          importId={view.id}
          field="category"
          title={t('import.names.categories', { count: newNameCounts.categories })}
          names={categories}
          count={newNameCounts.categories}
          onReplaced={onReplaced}
        />
        <NameList
          importId={view.id}
          field="groups"
          title={t('import.names.groups', { count: newNameCounts.groups })}
          names={groups}
          count={newNameCounts.groups}
          onReplaced={onReplaced}
        />
      </Flex>
    </Box>
  );
}
