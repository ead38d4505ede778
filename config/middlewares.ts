export default [
  'strapi::logger',
  'strapi::errors',
  'strapi::security',
  'strapi::cors',
  'strapi::poweredBy',
  'strapi::query',
  'plugin::contacts-manager.uploads',
  {
    name: 'strapi::body',
    // Imports are streamed to a temporary file, never held in memory; larger files get a clean refusal.
    config: { formidable: { maxFileSize: 200 * 1024 * 1024 } },
  },
  'strapi::session',
  'strapi::favicon',
  'strapi::public',
];
