import { Page } from '@strapi/strapi/admin';

export const CategoriesPage = () => <Page.Loading />;
