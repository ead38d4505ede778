import path from 'node:path';
import type { Core } from '@strapi/strapi';

const config = ({ env }: Core.Config.Shared.ConfigParams) => ({
  'contacts-manager': {
    enabled: true,
    // __dirname is config/ for the admin bundler and dist/config/ for the server: right for each.
    resolve: path.join(__dirname, '..', 'plugins', 'contacts-manager'),
    config: {
      defaultCountry: env('CONTACTS_DEFAULT_COUNTRY', ''),
    },
  },
  'users-permissions': {
    config: {
      jwtManagement: 'refresh',
      sessions: { httpOnly: true },
    },
  },
  graphql: {
    config: {
      depthLimit: 10,
      defaultLimit: 25,
      maxLimit: 100,
      // `npm run develop` says so itself; whoever starts the server may forget to say it is production.
      landingPage: env('NODE_ENV') === 'development',
      apolloServer: { introspection: env('NODE_ENV') === 'development' },
    },
  },
});

export default config;
