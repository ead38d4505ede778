import type { Core } from '@strapi/strapi';
import { importRunnerOf } from './services/imports/service';

export default async ({ strapi }: { strapi: Core.Strapi }) => {
  await importRunnerOf(strapi).stop();
};
