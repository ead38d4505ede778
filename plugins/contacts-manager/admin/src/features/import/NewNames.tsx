import { Box, Flex, TextButton, Typography } from '@strapi/design-system';
import { useState } from 'react';
import type { ImportView } from '../../../../shared/contracts/imports';
import { useText } from '../../components/useText';

const FIRST_SHOWN = 8;

interface NameListProps {
  title: string;
  names: { name: string; rows: number }[];
}

function NameList({ title, names }: NameListProps) {
  const t = useText();
  const [isWhole, setIsWhole] = useState(false);
  if (names.length === 0) return null;
  const hidden = names.length - FIRST_SHOWN;
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
        {shown.map(({ name, rows }) => (
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
            maxWidth="32rem"
          >
            <Typography dir="auto" ellipsis title={name}>
              {name}
            </Typography>
            <Typography variant="pi" textColor="neutral600" shrink={0}>
              {t('import.names.rows', { rows })}
            </Typography>
          </Flex>
        ))}
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

/** Categories and groups the file names that do not exist: they will be created, or made their rows problems. */
export function NewNames({ view }: { view: ImportView }) {
  const t = useText();
  const { categories, groups } = view.newNames;
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
          title={t('import.names.categories', { count: categories.length })}
          names={categories}
        />
        <NameList title={t('import.names.groups', { count: groups.length })} names={groups} />
      </Flex>
    </Box>
  );
}
