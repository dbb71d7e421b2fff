import { Skeleton } from '@mantine/core';
import { Suspense } from 'react';
import { useMe } from '../api/queries';
import { texts } from '../texts';
import { AccessDeniedPage } from './AccessDeniedPage';
import type { Place } from './places';

/** A place for those whom it is for; for others, the words that say so. */
export function Permitted({ place }: { place: Place }) {
  const me = useMe().data;
  if (me === undefined || me === null) {
    return null;
  }
  if (!place.isFor(me)) {
    return <AccessDeniedPage />;
  }
  const Page = place.page;
  return (
    <Suspense fallback={<Skeleton height={200} role="status" aria-label={texts.loading} />}>
      <Page />
    </Suspense>
  );
}
