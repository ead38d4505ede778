import type { Core } from '@strapi/strapi';
import { createImportRunner, type ImportRunner } from './runner';

/** Registered with Strapi as a service, which makes it once a server. */
export const imports = ({ strapi }: { strapi: Core.Strapi }) => ({
  runner: createImportRunner(strapi),
});

export const importRunnerOf = (strapi: Core.Strapi): ImportRunner =>
  strapi.plugin('contacts-manager').service<{ runner: ImportRunner }>('imports').runner;
