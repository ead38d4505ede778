/** The work was cancelled, or another server has taken it over: whoever does it stops without a word. */
export class LeaseLost extends Error {
  constructor() {
    super('This server no longer holds the work.');
    this.name = 'LeaseLost';
  }
}
