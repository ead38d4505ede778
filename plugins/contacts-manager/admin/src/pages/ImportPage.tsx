import { Page } from '@strapi/strapi/admin';

export const ImportPage = () => <Page.Loading />;
