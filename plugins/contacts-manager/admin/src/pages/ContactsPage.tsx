import { Page } from '@strapi/strapi/admin';

export const ContactsPage = (_props: { status: string }) => <Page.Loading />;
