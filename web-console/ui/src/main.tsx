import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { queries } from './api/client';
import { App } from './App';
import { readPlaceAt } from './layout/places';

/** So long a page may take to be complete before it is said that it is loading. */
const AT_ONCE_MS = 300;

const root = document.getElementById('root');
if (root === null) {
  throw new Error('the page has no root element');
}
const waited = new Promise((resolve) => setTimeout(resolve, AT_ONCE_MS));
void Promise.race([readPlaceAt(window.location, queries), waited]).then(() =>
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  ),
);
