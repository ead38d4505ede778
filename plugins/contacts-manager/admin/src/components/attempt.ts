/** Browsers may forbid storage, and it may be full: then nothing is kept, and nothing breaks. */
export function attempt<Result>(run: () => Result): Result | null {
  try {
    return run();
  } catch (error) {
    if (error instanceof DOMException) return null;
    throw error;
  }
}
