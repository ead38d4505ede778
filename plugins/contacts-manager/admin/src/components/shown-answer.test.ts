import { shownAnswer } from './shown-answer';

const former = ['Asha'];
const current = ['Ben'];

describe('what a list shows', () => {
  it('is the answer to what is asked now', () => {
    expect(
      shownAnswer({ data: current, currentData: current, isFetching: false, isError: false }),
    ).toEqual({ answer: current, isStale: false, isFailed: false });
  });

  it('stays while the same is asked again, and when that fails', () => {
    const again = { data: current, currentData: current };
    const shown = { answer: current, isStale: false, isFailed: false };
    expect(shownAnswer({ ...again, isFetching: true, isError: false })).toEqual(shown);
    expect(shownAnswer({ ...again, isFetching: false, isError: true })).toEqual(shown);
  });

  it('is marked as the former answer while something else is asked', () => {
    expect(shownAnswer({ data: former, isFetching: true, isError: false })).toEqual({
      answer: former,
      isStale: true,
      isFailed: false,
    });
  });

  it('is no former answer once the new question has failed', () => {
    expect(shownAnswer({ data: former, isFetching: false, isError: true })).toEqual({
      answer: undefined,
      isStale: false,
      isFailed: true,
    });
  });

  it('is nothing while the first answer is on its way', () => {
    expect(shownAnswer({ isFetching: true, isError: false })).toEqual({
      answer: undefined,
      isStale: false,
      isFailed: false,
    });
  });
});
