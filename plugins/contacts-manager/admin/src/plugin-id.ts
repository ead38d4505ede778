export const PLUGIN_ID = 'contacts-manager';

/** Every screen lives under this path of the admin panel. */
export const ROOT_PATH = `/plugins/${PLUGIN_ID}`;
