import { Page } from '@strapi/strapi/admin';

export const AddContactsPage = () => <Page.Loading />;
