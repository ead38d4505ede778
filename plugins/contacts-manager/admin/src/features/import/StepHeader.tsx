import { Box, Flex, Typography, VisuallyHidden } from '@strapi/design-system';
import { Check } from '@strapi/icons';
import { styled } from 'styled-components';
import { NARROW } from '../../components/DataTable';
import { useText } from '../../components/useText';
import { STEPS, type Step } from './import-steps';

type Progress = 'done' | 'current' | 'ahead';

const progressOf = (step: Step, current: Step): Progress => {
  const distance = STEPS.indexOf(step) - STEPS.indexOf(current);
  return distance < 0 ? 'done' : distance === 0 ? 'current' : 'ahead';
};

const Steps = styled.ol`
  display: flex;
  gap: ${({ theme }) => theme.spaces[3]};
  list-style: none;
`;

const Item = styled.li`
  display: flex;
  position: relative;
  align-items: center;
  gap: ${({ theme }) => theme.spaces[3]};

  &:not(:first-child) {
    flex: 1 1 0;
  }
  /* A phone has no room for names of steps that are not being taken. */
  @media (max-width: ${NARROW}) {
    &:not([aria-current]) > div > span {
      position: absolute;
      width: 1px;
      height: 1px;
      overflow: hidden;
      clip-path: inset(50%);
      white-space: nowrap;
    }
  }
`;

const Connector = styled(Box)`
  flex: 1 1 auto;
  min-width: ${({ theme }) => theme.spaces[2]};
  height: 1px;
`;

const MARK_COLORS = {
  done: { background: 'primary200', text: 'primary600' },
  current: { background: 'primary600', text: 'neutral0' },
  ahead: { background: 'neutral200', text: 'neutral600' },
} as const satisfies Record<Progress, { background: string; text: string }>;

function StepMark({ progress, number }: { progress: Progress; number: number }) {
  const { background, text } = MARK_COLORS[progress];
  return (
    <Flex
      background={background}
      color={text}
      justifyContent="center"
      width="2.4rem"
      height="2.4rem"
      borderRadius="50%"
      shrink={0}
      aria-hidden
    >
      {progress === 'done' ? (
        <Check width="1.2rem" height="1.2rem" />
      ) : (
        <Typography variant="pi" fontWeight="bold" textColor="inherit">
          {number}
        </Typography>
      )}
    </Flex>
  );
}

/** Where the import stands: Upload, Review, Confirm, Result. */
export function StepHeader({ current }: { current: Step }) {
  const t = useText();
  return (
    <Box tag="nav" aria-label={t('import.steps.label')}>
      <Steps>
        {STEPS.map((step, index) => {
          const progress = progressOf(step, current);
          return (
            <Item key={step} aria-current={progress === 'current' ? 'step' : undefined}>
              {index > 0 && <Connector background="neutral300" />}
              <Flex gap={2}>
                <StepMark progress={progress} number={index + 1} />
                <Typography
                  variant="omega"
                  fontWeight={progress === 'current' ? 'bold' : 'regular'}
                  textColor={progress === 'ahead' ? 'neutral600' : 'neutral800'}
                >
                  {t(`import.steps.${step}`)}
                </Typography>
                {progress === 'done' && <VisuallyHidden>{t('import.steps.done')}</VisuallyHidden>}
              </Flex>
            </Item>
          );
        })}
      </Steps>
    </Box>
  );
}
