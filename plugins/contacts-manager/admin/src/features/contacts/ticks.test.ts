import {
  choose,
  isTicked,
  NO_TICKS,
  withTicks,
  type Matching,
  type Ticked,
  type Ticks,
} from './ticks';

const person = (documentId: string): Ticked => ({
  documentId,
  name: documentId,
  statusReason: null,
  statusChangedAt: null,
  groups: [],
});
const [asha, ben, cleo] = [person('asha'), person('ben'), person('cleo')];
const matching: Matching = {
  filter: { status: 'active', search: 'a' },
  total: 84_212,
  isExact: true,
};
const everything: Ticks = { mode: 'everything', rows: new Map() };

describe('ticked rows', () => {
  it('are the selection', () => {
    const ticks = withTicks(withTicks(NO_TICKS, [asha, ben, cleo], true), [ben], false);
    expect(isTicked(ticks, 'asha')).toBe(true);
    expect(isTicked(ticks, 'ben')).toBe(false);
    expect(choose(ticks, matching)).toEqual({
      selection: { kind: 'ids', ids: ['asha', 'cleo'] },
      count: 2,
      isExact: true,
      except: 0,
      contacts: [asha, cleo],
    });
  });

  it('are none without a tick', () => {
    expect(choose(NO_TICKS, matching)).toBeNull();
  });
});

describe('everything that matches', () => {
  it('counts all of it, on every page', () => {
    expect(isTicked(everything, 'anybody')).toBe(true);
    expect(choose(everything, matching)).toMatchObject({
      selection: { kind: 'filter', filter: matching.filter, except: [] },
      count: 84_212,
    });
  });

  it('but for those that are unticked, who can be ticked again', () => {
    const without = withTicks(everything, [asha, ben], false);
    expect(isTicked(without, 'asha')).toBe(false);
    const again = withTicks(without, [ben], true);
    expect(choose(again, matching)).toMatchObject({
      selection: { except: ['asha'] },
      count: 84_211,
      except: 1,
    });
  });

  it('is nothing when all of it is unticked, or nothing is known to match', () => {
    const without = withTicks(everything, [asha], false);
    expect(choose(without, { ...matching, total: 1 })).toBeNull();
    expect(choose(everything, null)).toBeNull();
  });
});
