import type { Core } from '@strapi/strapi';
import { createWorkRunner, type WorkRunner } from './runner';

/** Registered with Strapi as a service, which makes it once a server. */
export const work = ({ strapi }: { strapi: Core.Strapi }) => ({
  runner: createWorkRunner(strapi),
});

export const workRunnerOf = (strapi: Core.Strapi): WorkRunner =>
  strapi.plugin('contacts-manager').service<{ runner: WorkRunner }>('work').runner;
