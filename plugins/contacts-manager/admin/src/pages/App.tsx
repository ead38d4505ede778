import { Layouts, Page } from '@strapi/strapi/admin';
import { lazy, Suspense } from 'react';
import { Navigate, Route, Routes } from 'react-router-dom';
import { CONTACT_STATUSES } from '../../../shared/status';
import { ROOT_PATH } from '../plugin-id';
import { ChangesProvider } from '../features/changes/ChangesProvider';
import { PermissionsProvider, RequireRight } from '../components/usePermissions';

const ContactsPage = lazy(() =>
  import('./ContactsPage').then((module) => ({ default: module.ContactsPage })),
);
const AddContactsPage = lazy(() =>
  import('./AddContactsPage').then((module) => ({ default: module.AddContactsPage })),
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

/** The routes below `/plugins/contacts-manager`; a page names the right it takes here and nowhere else. */
export default function App() {
  return (
    <Layouts.Root>
      <PermissionsProvider>
        <RequireRight right="read">
          <ChangesProvider>
            <Suspense fallback={<Page.Loading />}>
              <Routes>
                {CONTACT_STATUSES.map((status) => (
                  <Route key={status} path={status} element={<ContactsPage status={status} />} />
                ))}
                <Route
                  path="new"
                  element={<RequireRight right="create" children={<AddContactsPage />} />}
                />
                <Route
                  path="edit/:documentId"
                  element={<RequireRight right="update" children={<EditContactPage />} />}
                />
                <Route path="groups" element={<GroupsPage />} />
                <Route
                  path="categories"
                  element={<RequireRight right="categories" children={<CategoriesPage />} />}
                />
                <Route
                  path="imports"
                  element={<RequireRight right="import" children={<ImportsPage />} />}
                />
                <Route
                  path="imports/new"
                  element={<RequireRight right="import" children={<ImportNewPage />} />}
                />
                <Route
                  path="imports/:id"
                  element={<RequireRight right="import" children={<ImportPage />} />}
                />
                <Route
                  path="history"
                  element={<RequireRight right="history" children={<HistoryPage />} />}
                />
                <Route
                  path="history/:operationId"
                  element={<RequireRight right="history" children={<ChangePage />} />}
                />
                <Route
                  path="duplicates"
                  element={<RequireRight right="update" children={<DuplicatesPage />} />}
                />
                <Route
                  path="bin"
                  element={<RequireRight right="delete" children={<BinPage />} />}
                />
                <Route path="*" element={<Navigate to={`${ROOT_PATH}/active`} replace />} />
              </Routes>
            </Suspense>
          </ChangesProvider>
        </RequireRight>
      </PermissionsProvider>
    </Layouts.Root>
  );
}
