import { Box, Flex, Link, Main, Menu, Tabs } from '@strapi/design-system';
import { ArrowLeft } from '@strapi/icons';
import { Layouts, Page } from '@strapi/strapi/admin';
import { useRef, type ReactNode } from 'react';
import { Link as RouterLink, useLocation } from 'react-router-dom';
import { styled } from 'styled-components';
import { ROOT_PATH } from '../plugin-id';
import { DuplicatesCount } from './DuplicatesCount';
import { useGo, useNextAddress } from './NextAddress';
import { PageHeading } from './PageHeading';
import { MORE_PAGES, TABS } from './sections';
import { useShortcutHelp } from './ShortcutsContext';
import { usePermissions } from './usePermissions';
import { useText } from './useText';

/** The design system's button that clears a search is smaller than WCAG 2.2 asks (24 pixels). */
const Frame = styled(Main)`
  input[name='search'] ~ button,
  input[name='search'] ~ * button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    min-width: 2.4rem;
    min-height: 2.4rem;
  }
`;

/** In narrow windows the tabs move closer together, and scroll before More has to go to another line. */
const TabBar = styled(Flex)`
  [role='tablist'] {
    min-width: 0;
    overflow-x: auto;
    scrollbar-width: none;
  }
  @media (max-width: 480px) {
    [role='tab'] {
      padding-inline: 0.6rem;
    }
    [role='tab'] > * {
      padding-inline: 0;
    }
  }
`;

interface Props {
  /** Buttons on the right of the page title. */
  primaryAction?: ReactNode;
  /** Plain sentence under the title. */
  subtitle?: string | undefined;
  /** Title of a page under More, or of the list of one group; the tabs are all called Contacts. */
  title?: string | undefined;
  /** Of a dot beside the title. */
  titleColor?: string | null;
  /** The page that this one was opened from. */
  back?: { to: string; label: string } | null;
  children: ReactNode;
}

function MoreMenu({ current }: { current: string }) {
  const t = useText();
  const may = usePermissions();
  const go = useGo();
  const openHelp = useShortcutHelp();
  const trigger = useRef<HTMLButtonElement>(null);
  const wantsHelp = useRef(false);
  const pages = MORE_PAGES.filter((page) => may[page.right]);
  return (
    <Menu.Root modal={false}>
      <Menu.Trigger ref={trigger} variant="ghost" size="S">
        {t('nav.more')}
      </Menu.Trigger>
      <Menu.Content
        popoverPlacement="bottom-end"
        onCloseAutoFocus={(event) => {
          if (!wantsHelp.current) return;
          // A dialog opened while the menu still closes would have its focus taken away again.
          event.preventDefault();
          wantsHelp.current = false;
          trigger.current?.focus();
          openHelp();
        }}
      >
        {pages.map(({ path, label }) => (
          <Menu.Item
            key={path}
            aria-current={path === current ? 'page' : undefined}
            onSelect={() => go(`${ROOT_PATH}/${path}`)}
          >
            {t(label)}
            {path === 'duplicates' ? <DuplicatesCount /> : null}
          </Menu.Item>
        ))}
        <Menu.Item
          onSelect={() => {
            wantsHelp.current = true;
          }}
        >
          {t('shortcuts.title')}
        </Menu.Item>
      </Menu.Content>
    </Menu.Root>
  );
}

/** Of an address: the tab, or the page under More. */
const sectionOf = (address: string): string =>
  address.slice(ROOT_PATH.length + 1).split(/[/?]/)[0] ?? '';

/** The frame every list page stands in: title, the four tabs, More. */
export function ContactsLayout(props: Props) {
  const { primaryAction, subtitle, titleColor = null, back, children } = props;
  const t = useText();
  const title = props.title ?? t('plugin.name');
  const go = useGo();
  const { pathname } = useLocation();
  const shown = useNextAddress() ?? pathname;
  const current = sectionOf(pathname);
  const pressed = sectionOf(shown);
  return (
    <Frame>
      <Page.Title>{title}</Page.Title>
      <PageHeading $color={titleColor}>
        <Layouts.Header
          title={title}
          subtitle={subtitle}
          primaryAction={primaryAction}
          navigationAction={
            back ? (
              <Link tag={RouterLink} to={back.to} startIcon={<ArrowLeft />}>
                {back.label}
              </Link>
            ) : undefined
          }
        />
      </PageHeading>
      <Layouts.Content>
        <Tabs.Root
          variant="simple"
          value={pressed}
          activationMode="manual"
          onValueChange={(path) => go(`${ROOT_PATH}/${path}`)}
        >
          <TabBar justifyContent="space-between" alignItems="center" paddingBottom={4}>
            <Tabs.List aria-label={t('nav.label')}>
              {TABS.map(({ path, label }) => (
                <Tabs.Trigger key={path} value={path}>
                  {t(label)}
                </Tabs.Trigger>
              ))}
            </Tabs.List>
            <Box shrink={0}>
              <MoreMenu current={current} />
            </Box>
          </TabBar>
          <Tabs.Content value={pressed}>{children}</Tabs.Content>
        </Tabs.Root>
      </Layouts.Content>
    </Frame>
  );
}
