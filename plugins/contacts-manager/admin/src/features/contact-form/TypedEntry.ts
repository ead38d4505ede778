import { createContext } from 'react';
import type { Entry } from './entries';

/** The new contact around a field, as typed so far; null while an existing one is edited. */
export const TypedEntry = createContext<Entry | null>(null);
