import { Flex, Main, Menu, Tabs } from '@strapi/design-system';
import { Layouts, Page } from '@strapi/strapi/admin';
import type { ReactNode } from 'react';
import { useLocation, useNavigate } from 'react-router-dom';
import { ROOT_PATH } from '../plugin-id';
import { MORE_PAGES, TABS } from './sections';
import { usePermissions } from './usePermissions';
import { useText } from './useText';

interface Props {
  /** Buttons on the right of the page title. */
  primaryAction?: ReactNode;
  /** Plain sentence under the title. */
  subtitle?: string;
  /** Title of a page under More; the tabs are all called Contacts. */
  title?: string;
  children: ReactNode;
}

function MoreMenu({ current }: { current: string }) {
  const t = useText();
  const may = usePermissions();
  const navigate = useNavigate();
  const pages = MORE_PAGES.filter((page) => may[page.right]);
  if (pages.length === 0) return null;
  return (
    <Menu.Root>
      <Menu.Trigger variant="ghost" size="S">
        {t('nav.more')}
      </Menu.Trigger>
      <Menu.Content popoverPlacement="bottom-end">
        {pages.map(({ path, label }) => (
          <Menu.Item
            key={path}
            aria-current={path === current ? 'page' : undefined}
            onSelect={() => navigate(`${ROOT_PATH}/${path}`)}
          >
            {t(label)}
          </Menu.Item>
        ))}
      </Menu.Content>
    </Menu.Root>
  );
}

/** The frame every list page stands in: title, the four tabs, More. */
export function ContactsLayout({ primaryAction, subtitle, title, children }: Props) {
  const t = useText();
  const navigate = useNavigate();
  const current =
    useLocation()
      .pathname.slice(ROOT_PATH.length + 1)
      .split('/')[0] ?? '';
  return (
    <Main>
      <Page.Title>{title ?? t('plugin.name')}</Page.Title>
      <Layouts.Header
        title={title ?? t('plugin.name')}
        subtitle={subtitle}
        primaryAction={primaryAction}
      />
      <Layouts.Content>
        <Tabs.Root
          variant="simple"
          value={current}
          activationMode="manual"
          onValueChange={(path) => navigate(`${ROOT_PATH}/${path}`)}
        >
          <Flex justifyContent="space-between" wrap="wrap" paddingBottom={4}>
            <Tabs.List aria-label={t('nav.label')}>
              {TABS.map(({ path, label }) => (
                <Tabs.Trigger key={path} value={path}>
                  {t(label)}
                </Tabs.Trigger>
              ))}
            </Tabs.List>
            <MoreMenu current={current} />
          </Flex>
          <Tabs.Content value={current}>{children}</Tabs.Content>
        </Tabs.Root>
      </Layouts.Content>
    </Main>
  );
}
