/** A name inside a sentence keeps its own reading direction: Unicode's first-strong isolate around it. */
export const isolate = (name: string): string => `\u2068${name}\u2069`;
