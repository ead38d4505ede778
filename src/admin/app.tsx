/** Strapi keeps a dismissed announcement under this name; the last part is its project id, which is off here. */
const ANNOUNCEMENT_DISMISSED = 'STRAPI_MEDIA_LIBRARY_BANNER_DISMISSED_FOR_false:false';

export default {
  config: { notifications: { releases: false }, tutorials: false },
  bootstrap() {
    // Announces a Media Library that support teams do not have, across the top of every page.
    window.localStorage.setItem(ANNOUNCEMENT_DISMISSED, 'true');
  },
};
