import { MantineProvider } from '@mantine/core';
import { DatesProvider } from '@mantine/dates';
import { ModalsProvider } from '@mantine/modals';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { createBrowserRouter, createRoutesFromElements, Navigate, Outlet, Route, RouterProvider } from 'react-router';
import { queries } from './api/client';
import { SignInPage } from './features/sign-in/SignInPage';
import { BrokenPage } from './layout/BrokenPage';
import { NotFoundPage } from './layout/NotFoundPage';
import { Permitted } from './layout/Permitted';
import { PLACES } from './layout/places';
import { SignedIn } from './layout/SignedIn';
import { languageOf, usePreferences } from './preferences';
import { cssVariables, themeInPresentLanguage } from './theme';

/** All of it. Another language or zone renders everything anew, so that no component has to listen for it. */
export function App() {
  const preferences = usePreferences();
  const language = languageOf(preferences);
  const spoken = `${language} ${preferences.zone ?? ''}`;
  return (
    <QueryClientProvider client={queries}>
      <Rendered key={spoken} language={language} />
    </QueryClientProvider>
  );
}

function Rendered({ language }: { language: string }) {
  const theme = useMemo(() => themeInPresentLanguage(), []);
  const [router] = useState(() => createBrowserRouter(ROUTES));
  return (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
      <DatesProvider settings={{ locale: language }}>
        <RouterProvider router={router} />
      </DatesProvider>
    </MantineProvider>
  );
}

/** Dialogs may hold links, and so they live inside the router. */
function Surroundings() {
  return (
    <ModalsProvider>
      <Notifications position="bottom-right" />
      <Outlet />
    </ModalsProvider>
  );
}

const ROUTES = createRoutesFromElements(
  <Route element={<Surroundings />} errorElement={<BrokenPage />}>
    <Route path="/sign-in" element={<SignInPage />} />
    <Route element={<SignedIn />}>
      <Route path="/" element={<Navigate to="/jobs" replace />} />
      {PLACES.map((place) => (
        <Route key={place.path} path={place.path} element={<Permitted place={place} />} errorElement={<BrokenPage />} />
      ))}
      <Route path="*" element={<NotFoundPage />} />
    </Route>
  </Route>,
);
