import { Page } from '@strapi/strapi/admin';

export const EditContactPage = () => <Page.Loading />;
