import { useEffect } from 'react';
import { texts } from '../texts';

/** The name of the page in the window's title. */
export function useTitle(page: string) {
  useEffect(() => {
    document.title = `${page} · ${texts.product}`;
  }, [page]);
}
