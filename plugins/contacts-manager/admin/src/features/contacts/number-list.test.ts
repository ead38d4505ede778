import { readNumberList } from './number-list';

describe('pasted numbers', () => {
  it('are a list when there are at least two of them, however they are kept apart', () => {
    const list = ['+91 98765 43210', '+442079460958'];
    for (const separator of ['\n', '\r\n', ', ', ';', '\t']) {
      expect(readNumberList(list.join(separator), undefined)).toEqual(list);
    }
  });

  it('keep what cannot be read, and name each once', () => {
    const text = '98765 43210\nask Asha\n98765 43210\n98765 43211';
    expect(readNumberList(text, 'IN')).toEqual(['98765 43210', 'ask Asha', '98765 43211']);
  });

  it('are all of them, however many', () => {
    const text = Array.from({ length: 812 }, (_, index) => `+91 98765 ${10_000 + index}`).join(
      '\n',
    );
    expect(readNumberList(text, undefined)).toHaveLength(812);
  });

  it.each(['+91 98765 43210', 'Rao, Asha', '+91 98765 43210, Asha', ''])(
    'are no list in %j',
    (text) => expect(readNumberList(text, undefined)).toBeNull(),
  );
});
