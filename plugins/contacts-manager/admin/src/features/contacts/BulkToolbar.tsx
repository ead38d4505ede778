import { Button, Flex, Typography } from '@strapi/design-system';
import { useText } from '../../components/useText';
import { VERBS, type DialogVerb } from './verbs';

interface Props {
  count: number;
  verbs: readonly DialogVerb[];
  onPick: (verb: DialogVerb, trigger: HTMLElement) => void;
  onClear: () => void;
}

const DANGEROUS: readonly DialogVerb[] = ['block', 'delete'];

/** The bulk actions toolbar: the verbs of the row menu, over all ticked rows. */
export function BulkToolbar({ count, verbs, onPick, onClear }: Props) {
  const t = useText();
  return (
    <Flex
      role="toolbar"
      aria-label={t('bulk.label')}
      gap={2}
      wrap="wrap"
      hasRadius
      background="primary100"
      borderColor="primary200"
      borderStyle="solid"
      borderWidth="1px"
      paddingTop={1}
      paddingBottom={1}
      paddingLeft={4}
      paddingRight={2}
    >
      <Typography fontWeight="semiBold" textColor="primary700" aria-live="polite">
        {t('bulk.count', { count })}
      </Typography>
      {verbs.map((verb) => {
        const { Icon } = VERBS[verb];
        return (
          <Button
            key={verb}
            size="S"
            variant={DANGEROUS.includes(verb) ? 'danger-light' : 'tertiary'}
            startIcon={<Icon aria-hidden />}
            onClick={(event) => onPick(verb, event.currentTarget)}
          >
            {t(`verb.${verb}`)}
          </Button>
        );
      })}
      <Button size="S" variant="ghost" onClick={onClear}>
        {t('bulk.clear')}
      </Button>
    </Flex>
  );
}
