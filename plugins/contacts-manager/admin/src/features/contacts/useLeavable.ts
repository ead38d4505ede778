import { useState } from 'react';
import { useGetNamedRecordsQuery } from '../../api/named-records';
import type { CheckOption } from '../../components/CheckList';
import type { Chosen } from './ticks';

/** The groups that some of these contacts are in; of a selection by filter only the server knows them: all. */
function groupsOf({ contacts, selection }: Chosen, all: readonly CheckOption[]): CheckOption[] {
  if (selection.kind === 'filter') return [...all];
  const found = new Set(contacts.flatMap(({ groups }) => groups.map((group) => group.documentId)));
  return all.filter(({ documentId }) => found.has(documentId));
}

/** Where the answer is plain: the group the list is filtered by, or the only one that somebody is in. */
function firstChoice({ contacts, selection }: Chosen): string[] {
  if (selection.kind === 'filter') return [selection.filter.groups ?? []].flat();
  const found = new Set(contacts.flatMap(({ groups }) => groups.map((group) => group.documentId)));
  return found.size === 1 ? [...found] : [];
}

/** Choosing groups that the chosen contacts are to leave. */
export function useLeavable(chosen: Chosen) {
  const { data: all = [], isLoading } = useGetNamedRecordsQuery({ kind: 'groups' });
  const [value, onChange] = useState(() => firstChoice(chosen));
  return { all, isLoading, options: groupsOf(chosen, all), value, onChange };
}
