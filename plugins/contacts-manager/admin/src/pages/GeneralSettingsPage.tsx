import { Page } from '@strapi/strapi/admin';
import { useGetSettingsOfContactsQuery } from '../api/settings';
import { LoadFailure } from '../components/LoadFailure';
import { PermissionsProvider, RequireRight } from '../components/usePermissions';
import { useText } from '../components/useText';
import { GeneralSettings } from '../features/settings/GeneralSettings';

function LoadedSettings() {
  const { data, error, refetch } = useGetSettingsOfContactsQuery(undefined);
  if (data) return <GeneralSettings {...data} />;
  return error === undefined ? (
    <Page.Loading />
  ) : (
    <LoadFailure error={error} onRetry={() => void refetch()} />
  );
}

/** Settings → Contacts → General; Strapi loads pages of its settings by their default export. */
export default function GeneralSettingsPage() {
  const t = useText();
  return (
    <PermissionsProvider>
      <RequireRight right="settings">
        <Page.Main>
          <Page.Title>{t('settings.page-title')}</Page.Title>
          <LoadedSettings />
        </Page.Main>
      </RequireRight>
    </PermissionsProvider>
  );
}
