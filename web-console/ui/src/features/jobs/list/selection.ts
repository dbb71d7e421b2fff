import { useCallback, useMemo, useState } from 'react';

/** Which jobs are ticked. */
export interface Selection {
  ids: ReadonlySet<string>;
  has: (id: string) => boolean;
  set: (ids: readonly string[], chosen: boolean) => void;
  clear: () => void;
}

export function useSelection(): Selection {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const set = useCallback<Selection['set']>(
    (changed, chosen) => setIds((before) => (chosen ? new Set([...before, ...changed]) : without(before, changed))),
    [],
  );
  return useMemo(
    () => ({
      ids,
      has: (id) => ids.has(id),
      set,
      clear: () => setIds(new Set()),
    }),
    [ids, set],
  );
}

function without(ids: ReadonlySet<string>, removed: readonly string[]): ReadonlySet<string> {
  const gone = new Set(removed);
  return new Set([...ids].filter((id) => !gone.has(id)));
}
