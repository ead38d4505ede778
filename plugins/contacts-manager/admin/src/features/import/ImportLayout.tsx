import { Box, Flex, Link, Main } from '@strapi/design-system';
import { ArrowLeft } from '@strapi/icons';
import { Layouts, Page } from '@strapi/strapi/admin';
import type { ReactNode } from 'react';
import { Link as RouterLink } from 'react-router-dom';
import { useText } from '../../components/useText';
import { IMPORTS_PATH } from './import-paths';
import type { Step } from './import-steps';
import { StepHeader } from './StepHeader';

interface Props {
  step: Step;
  subtitle?: string;
  primaryAction?: ReactNode;
  children: ReactNode;
}

/** The frame of the four steps. */
export function ImportLayout({ step, subtitle, primaryAction, children }: Props) {
  const t = useText();
  return (
    <Main>
      <Page.Title>{t('import.title')}</Page.Title>
      <Layouts.Header
        title={t('import.title')}
        subtitle={subtitle}
        primaryAction={primaryAction}
        navigationAction={
          <Link tag={RouterLink} to={IMPORTS_PATH} startIcon={<ArrowLeft />}>
            {t('import.back')}
          </Link>
        }
      />
      <Layouts.Content>
        <Flex direction="column" alignItems="stretch" gap={6} paddingBottom={10}>
          <Box
            background="neutral0"
            hasRadius
            shadow="filterShadow"
            paddingTop={4}
            paddingBottom={4}
            paddingLeft={6}
            paddingRight={6}
          >
            <StepHeader current={step} />
          </Box>
          {children}
        </Flex>
      </Layouts.Content>
    </Main>
  );
}
