import { Page } from '@strapi/strapi/admin';

export const GroupsPage = () => <Page.Loading />;
