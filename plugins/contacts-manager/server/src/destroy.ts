import type { Core } from '@strapi/strapi';
import { workRunnerOf } from './services/work/service';

export default async ({ strapi }: { strapi: Core.Strapi }) => {
  await workRunnerOf(strapi).stop();
};
