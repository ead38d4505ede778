import type { Core } from '@strapi/strapi';
import {
  settingsUpdateBody,
  type InstallationAnswer,
  type SettingsAnswer,
} from '../../../shared/contracts/settings';
import { endpoint } from '../http/endpoint';
import { parseInput } from '../http/parse';
import { actorOf, mayReadContacts } from '../http/request-actor';
import { changeSettings, describeInstallation, describeSettings } from '../services/settings';

/** Settings → Contacts → General, and what of it every screen knows. */
export const settings = ({ strapi }: { strapi: Core.Strapi }) => ({
  me: endpoint((): Promise<InstallationAnswer> => describeInstallation(strapi)),
  find: endpoint((): Promise<SettingsAnswer> => describeSettings(strapi)),
  update: endpoint(async (ctx): Promise<SettingsAnswer> =>
    changeSettings(strapi, parseInput(settingsUpdateBody, ctx.request.body), {
      actor: actorOf(ctx),
      showOwners: await mayReadContacts(strapi, ctx),
    }),
  ),
});
