import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { types } from 'node:util';
import { TestEnvironment } from 'jest-environment-node';

/**
 * What every test file runs in.
 *
 * One kind of error: Jest runs each file in a JavaScript realm of its own, where errors of Node itself (a
 * missing file, a refused connection) are not `instanceof Error`. Production code, Strapi's included, asks
 * just that.
 *
 * A temporary folder of its own: tests that look for what a server has left there must not find what
 * another file's server, or another program, is working on.
 */
export default class OwnWorld extends TestEnvironment {
  /** @param {ConstructorParameters<typeof TestEnvironment>} args */
  constructor(...args) {
    const shared = process.env.TMPDIR;
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'contacts-test-'));
    // Before the realm copies the variables.
    process.env.TMPDIR = folder;
    super(...args);
    this.temporary = { shared, folder };
  }

  /** @override */
  async setup() {
    await super.setup();
    const RealmError = this.global.Error;
    const ordinary = Function.prototype[Symbol.hasInstance];
    Object.defineProperty(RealmError, Symbol.hasInstance, {
      value(/** @type {unknown} */ value) {
        return ordinary.call(this, value) || (this === RealmError && types.isNativeError(value));
      },
    });
  }

  /** @override */
  async teardown() {
    await super.teardown();
    const { shared, folder } = this.temporary;
    if (shared === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = shared;
    fs.rmSync(folder, { recursive: true, force: true });
  }
}
