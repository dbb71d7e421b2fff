import '@mantine/core/styles.css';
import '@mantine/dates/styles.css';
import '@mantine/notifications/styles.css';
import '@fontsource/inter/latin-400.css';
import '@fontsource/inter/latin-500.css';
import '@fontsource/inter/latin-600.css';
import '@fontsource/inter/latin-ext-400.css';
import '@fontsource/inter/latin-ext-600.css';
import './styles.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { queries } from './api/client';
import { App } from './App';
import { fetchPlaceAt } from './layout/places';

const root = document.getElementById('root');
if (root === null) {
  throw new Error('the page has no root element');
}
fetchPlaceAt(window.location, queries);
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
