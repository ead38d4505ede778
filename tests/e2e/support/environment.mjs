import OwnWorld from '../../helpers/environment.mjs';

/** Takes a picture of every open page at the moment a test fails, before clean-up hides the reason. */
export default class PictureOnFailure extends OwnWorld {
  /** @param {import('@jest/types').Circus.AsyncEvent} event */
  async handleTestEvent(event) {
    if (event.name !== 'test_fn_failure') return;
    await this.global.pictureFailure?.(event.test.name);
  }
}
