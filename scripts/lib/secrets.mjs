import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import { inRoot } from './project.mjs';

const secret = (bytes = 24) => randomBytes(bytes).toString('base64');

/** Every secret Strapi asks for, freshly made. @returns {Record<string, string>} */
export const makeSecrets = () => ({
  APP_KEYS: [secret(), secret(), secret(), secret()].join(','),
  ADMIN_JWT_SECRET: secret(),
  API_TOKEN_SALT: secret(),
  TRANSFER_TOKEN_SALT: secret(),
  JWT_SECRET: secret(),
  ENCRYPTION_KEY: secret(32),
});

/**
 * Writes a .env with random secrets; one that exists is never touched.
 * @returns {boolean} whether it was written
 */
export function ensureEnvFile() {
  const file = inRoot('.env');
  if (fs.existsSync(file)) return false;
  const lines = Object.entries(makeSecrets()).map(([name, value]) => `${name}=${value}`);
  const text = ['# Made by a first start. .env.example explains every variable.', ...lines, ''];
  fs.writeFileSync(file, text.join('\n'), { mode: 0o600, flag: 'wx' });
  return true;
}
