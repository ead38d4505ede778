import { Page } from '@strapi/strapi/admin';

export const ImportsPage = () => <Page.Loading />;
