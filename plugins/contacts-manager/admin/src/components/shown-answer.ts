interface Query<T> {
  /** The latest answer, whatever was asked. */
  data?: T | undefined;
  /** The answer to what is asked now. */
  currentData?: T | undefined;
  isFetching: boolean;
  isError: boolean;
}

interface Shown<T> {
  answer: T | undefined;
  /** It answers the question before, and only keeps the place while the new answer is on its way. */
  isStale: boolean;
  isFailed: boolean;
}

/**
 * What a list may show. Without an answer to the present question it says so: rows of the former search under
 * the new one read as its hits.
 */
export function shownAnswer<T>({ data, currentData, isFetching, isError }: Query<T>): Shown<T> {
  if (currentData !== undefined) return { answer: currentData, isStale: false, isFailed: false };
  if (!isFetching) return { answer: undefined, isStale: false, isFailed: isError };
  return { answer: data, isStale: data !== undefined, isFailed: false };
}
