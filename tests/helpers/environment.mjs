import { types } from 'node:util';
import { TestEnvironment } from 'jest-environment-node';

/**
 * Jest runs each file in a JavaScript realm of its own, where errors of Node itself (a missing file, a
 * refused connection) are not `instanceof Error`. Production code, Strapi's included, asks just that.
 */
export default class OneKindOfError extends TestEnvironment {
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
}
