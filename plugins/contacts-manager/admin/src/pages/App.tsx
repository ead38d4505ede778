import { Layouts, Page } from '@strapi/strapi/admin';
import { lazy, Suspense, type ComponentType } from 'react';
import { Navigate, Route, Routes } from 'react-router-dom';
import type { Permission } from '../../../shared/permissions';
import { CONTACT_STATUSES } from '../../../shared/status';
import { ROOT_PATH } from '../plugin-id';
import { ChangesProvider } from '../features/changes/ChangesProvider';
import { DateColors } from '../components/DateColors';
import { NextAddressProvider } from '../components/NextAddress';
import { PageFocus } from '../components/PageFocus';
import { ShortcutsProvider } from '../components/ShortcutsProvider';
import { PermissionsProvider, RequireRight } from '../components/usePermissions';

const ContactsPage = lazy(() =>
  import('./ContactsPage').then((module) => ({ default: module.ContactsPage })),
);
const AddContactsPage = lazy(() =>
  import('./AddContactsPage').then((module) => ({ default: module.AddContactsPage })),
);
const ContactPage = lazy(() =>
  import('./ContactPage').then((module) => ({ default: module.ContactPage })),
);
const EditContactPage = lazy(() =>
  import('./EditContactPage').then((module) => ({ default: module.EditContactPage })),
);
const GroupsPage = lazy(() =>
  import('./GroupsPage').then((module) => ({ default: module.GroupsPage })),
);
const CategoriesPage = lazy(() =>
  import('./CategoriesPage').then((module) => ({ default: module.CategoriesPage })),
);
const ImportsPage = lazy(() =>
  import('./ImportsPage').then((module) => ({ default: module.ImportsPage })),
);
const ImportNewPage = lazy(() =>
  import('./ImportNewPage').then((module) => ({ default: module.ImportNewPage })),
);
const ImportPage = lazy(() =>
  import('./ImportPage').then((module) => ({ default: module.ImportPage })),
);

const HistoryPage = lazy(() =>
  import('./HistoryPage').then((module) => ({ default: module.HistoryPage })),
);
const ChangePage = lazy(() =>
  import('./ChangePage').then((module) => ({ default: module.ChangePage })),
);
const DuplicatesPage = lazy(() =>
  import('./DuplicatesPage').then((module) => ({ default: module.DuplicatesPage })),
);
const BinPage = lazy(() => import('./BinPage').then((module) => ({ default: module.BinPage })));

interface GuardedPage {
  path: string;
  right: Permission;
  Page: ComponentType;
}

/** The pages that take more than the right to read. A page names its right here and nowhere else. */
const GUARDED: readonly GuardedPage[] = [
  { path: 'new', right: 'create', Page: AddContactsPage },
  { path: 'edit/:documentId', right: 'update', Page: EditContactPage },
  { path: 'categories', right: 'categories', Page: CategoriesPage },
  { path: 'imports', right: 'import', Page: ImportsPage },
  { path: 'imports/new', right: 'import', Page: ImportNewPage },
  { path: 'imports/:id', right: 'import', Page: ImportPage },
  { path: 'history', right: 'history', Page: HistoryPage },
  { path: 'history/:operationId', right: 'history', Page: ChangePage },
  { path: 'duplicates', right: 'update', Page: DuplicatesPage },
  { path: 'bin', right: 'delete', Page: BinPage },
];

function ContactsRoutes() {
  return (
    <Suspense fallback={<Page.Loading />}>
      <Routes>
        {CONTACT_STATUSES.map((status) => (
          <Route key={status} path={status} element={<ContactsPage status={status} />} />
        ))}
        <Route path="groups" element={<GroupsPage />} />
        <Route path="contacts/:documentId" element={<ContactPage />} />
        {GUARDED.map(({ path, right, Page: Guarded }) => (
          <Route
            key={path}
            path={path}
            element={<RequireRight right={right} children={<Guarded />} />}
          />
        ))}
        <Route path="*" element={<Navigate to={`${ROOT_PATH}/active`} replace />} />
      </Routes>
    </Suspense>
  );
}

/** The routes below `/plugins/contacts-manager`. */
export default function App() {
  return (
    <Layouts.Root>
      <DateColors />
      <PermissionsProvider>
        <RequireRight right="read">
          <PageFocus />
          <NextAddressProvider>
            <ChangesProvider>
              <ShortcutsProvider>
                <ContactsRoutes />
              </ShortcutsProvider>
            </ChangesProvider>
          </NextAddressProvider>
        </RequireRight>
      </PermissionsProvider>
    </Layouts.Root>
  );
}
