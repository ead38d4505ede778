import { selectionSchema } from '../../../../shared/selection';
import { selectGroups, totalOf } from './exported-people';

describe('the people of an export', () => {
  it('are those of the groups and views that are picked, whatever their status', () => {
    const selection = selectGroups({ groups: ['g1', 'g2'], views: ['v1'] });
    expect(selection).toEqual({
      kind: 'filter',
      filter: { groups: ['g1', 'g2'], views: ['v1'] },
      except: [],
    });
    expect(selectionSchema.safeParse(selection).success).toBe(true);
    expect(selectGroups({ groups: [], views: ['v1'] })).toMatchObject({
      filter: { views: ['v1'] },
    });
  });

  it('are nobody, and not everybody, while none is picked', () => {
    expect(selectGroups({ groups: [], views: [] })).toBeNull();
  });

  it('are counted over all tabs, exactly when every tab is', () => {
    const of = (total: number, totalIsExact = true) => ({ total, totalIsExact });
    expect(totalOf({ active: of(3), archived: of(2), blocked: of(0) })).toEqual({
      count: 5,
      isExact: true,
    });
    expect(totalOf({ active: of(10_000, false), archived: of(2), blocked: of(0) })).toEqual({
      count: 10_002,
      isExact: false,
    });
  });
});
