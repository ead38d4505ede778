import { createTypedSearch, PAUSE_MS } from './typed-search';

let told: string[];
let search: ReturnType<typeof createTypedSearch>;

beforeEach(() => {
  jest.useFakeTimers();
  told = [];
  search = createTypedSearch('', (text) => told.push(text));
});
afterEach(() => jest.useRealTimers());

const pause = () => jest.advanceTimersByTime(PAUSE_MS);

describe('a typed search', () => {
  it('is told once, when the typing pauses', () => {
    for (const text of ['a', 'as', 'ash', 'asha ']) {
      search.type(text);
      jest.advanceTimersByTime(PAUSE_MS - 1);
    }
    expect(told).toEqual([]);
    pause();
    expect(told).toEqual(['asha']);
  });

  it('is told again when the same words come right after they were cleared', () => {
    search.type('asha');
    pause();
    search.clear();
    jest.advanceTimersByTime(PAUSE_MS / 2);
    search.type('asha');
    pause();
    expect(told).toEqual(['asha', 'asha']);
  });

  it('is not told when it was cleared before the pause', () => {
    search.type('asha');
    search.clear();
    pause();
    expect(told).toEqual([]);
  });

  it('is not told when it ends as it began', () => {
    search.type('a');
    search.type('');
    pause();
    expect(told).toEqual([]);
  });

  it('takes the echo of the address bar for no news, and gives way to what is', () => {
    search.type('asha ');
    pause();
    expect(search.follow('asha')).toBe(false);
    search.type('asha r');
    expect(search.follow('')).toBe(true);
    pause();
    expect(told).toEqual(['asha']);
  });
});
