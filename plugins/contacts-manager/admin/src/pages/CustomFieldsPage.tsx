import { Page } from '@strapi/strapi/admin';
import { actionId } from '../../../shared/permissions';
import { useText } from '../components/useText';
import { FieldsScreen } from '../features/custom-fields/FieldsScreen';

const NEEDED = [{ action: actionId('settings'), subject: null }];

/** In Strapi's settings, outside of the plugin's own routes: it asks for its right itself. */
export default function CustomFieldsPage() {
  const t = useText();
  return (
    <Page.Protect permissions={NEEDED}>
      <Page.Main>
        <Page.Title>{t('fields.title')}</Page.Title>
        <FieldsScreen />
      </Page.Main>
    </Page.Protect>
  );
}
