import { keepRunning, nextShown, readRunning, type ShownChange } from './shown-changes';

const running = (operationId: string): ShownChange => ({ operationId, isRunning: true });
const over = (operationId: string): ShownChange => ({ operationId, isRunning: false });

describe('what is in sight', () => {
  test('a change that is being made stays when another one starts', () => {
    const shown = nextShown([running('a')], { type: 'announced', operationId: 'b' });
    expect(shown).toEqual([running('a'), running('b')]);
  });

  test('a change that is over makes room for the next', () => {
    const shown = nextShown([running('a'), over('b')], { type: 'announced', operationId: 'c' });
    expect(shown).toEqual([running('a'), running('c')]);
  });

  test('a change is shown once, however often it is announced', () => {
    const shown = nextShown([running('a')], { type: 'announced', operationId: 'a' });
    expect(shown).toEqual([running('a')]);
  });

  test('the end of one says nothing of the others, and stays in sight until it is closed', () => {
    const ended = nextShown([running('a'), running('b')], { type: 'ended', operationId: 'a' });
    expect(ended).toEqual([over('a'), running('b')]);
    expect(nextShown(ended, { type: 'closed', operationId: 'a' })).toEqual([running('b')]);
  });
});

describe('through a reload', () => {
  const values = new Map<string, string>();
  const storage = {
    getItem: (key: string) => values.get(key) ?? null,
    setItem: (key: string, value: string) => void values.set(key, value),
    removeItem: (key: string) => void values.delete(key),
  } as Storage;

  test('what was being made is picked up, and only that', () => {
    keepRunning(storage, '1', [running('a'), over('b'), running('c')]);
    expect(readRunning(storage, '1')).toEqual([running('a'), running('c')]);
    keepRunning(storage, '1', [over('a'), over('c')]);
    expect(values.size).toBe(0);
  });

  test('nobody picks up the changes of whoever was signed in before', () => {
    keepRunning(storage, '1', [running('a')]);
    expect(readRunning(storage, '2')).toEqual([]);
  });
});
