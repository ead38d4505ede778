/** The import was cancelled, or another server has taken it over: whoever works on it stops without a word. */
export class LeaseLost extends Error {
  constructor() {
    super('This server no longer holds the import.');
    this.name = 'LeaseLost';
  }
}
