import { Button, Flex, Typography } from '@strapi/design-system';
import { useText } from '../../components/useText';
import { MoreVerbs } from './MoreVerbs';
import type { Chosen, Matching } from './ticks';
import { VERBS, type DialogVerb } from './verbs';

interface Props {
  chosen: Chosen;
  isEverything: boolean;
  /** All that matches, where that is more than what is ticked. */
  matching: Matching | null;
  onEverything: (() => void) | undefined;
  verbs: { shown: readonly DialogVerb[]; more: readonly DialogVerb[] };
  onPick: (verb: DialogVerb, trigger: HTMLElement | null) => void;
  onClear: () => void;
}

/** The bulk actions toolbar: the verbs of the row menu over all ticked rows, and the rarer ones behind More. */
export function BulkToolbar(props: Props) {
  const { chosen, isEverything, matching, onEverything, verbs, onPick, onClear } = props;
  const t = useText();
  const { count, except, isExact } = chosen;
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
        {!isEverything
          ? t('bulk.count', { count })
          : isExact
            ? t(except > 0 ? 'bulk.count-all-except' : 'bulk.count-all', { count, except })
            : t('bulk.count-all-more', { total: count + except, except })}
      </Typography>
      {verbs.shown.map((verb) => {
        const { Icon } = VERBS[verb];
        return (
          <Button
            key={verb}
            size="S"
            variant={verb === 'block' ? 'danger-light' : 'tertiary'}
            startIcon={<Icon aria-hidden />}
            onClick={(event) => onPick(verb, event.currentTarget)}
          >
            {t(`verb.${verb}`)}
          </Button>
        );
      })}
      <MoreVerbs verbs={verbs.more} onPick={onPick} />
      {onEverything && matching && !isEverything ? (
        <Button size="S" variant="ghost" onClick={onEverything}>
          {t(matching.isExact ? 'bulk.everything' : 'bulk.everything-more', {
            total: matching.total,
          })}
        </Button>
      ) : null}
      <Button size="S" variant="ghost" onClick={onClear}>
        {t('bulk.clear')}
      </Button>
    </Flex>
  );
}
