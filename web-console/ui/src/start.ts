/**
 * What the browser gets first, and small: it asks for what the page at the present address begins with, while the rest of
 * the console is still on its way. One after the other they would be waited for four times.
 */
import '@mantine/core/styles.css';
import '@mantine/dates/styles.css';
import '@mantine/notifications/styles.css';
import '@fontsource/inter/400.css';
import '@fontsource/inter/500.css';
import '@fontsource/inter/600.css';
import './styles.css';
import { askAhead } from './api/ahead';
import { CATALOG_PATH, ME_PATH } from './api/paths';
import type { Me } from './api/types';
import { browserZone } from './browser-zone';
import { CODE, firstPathOf, pageAt } from './layout/pages';

const page = pageAt(window.location.pathname);
// What cannot be had now is asked for again by the page, which says what failed.
const reportedByPage = () => undefined;

if (page !== undefined) {
  CODE[page]().catch(reportedByPage);
  askAhead(ME_PATH)
    .then(async (answer) => {
      const me = answer.ok ? ((await answer.clone().json()) as Me) : null;
      if (me !== null && !me.passwordChangeRequired) {
        for (const path of [firstPathOf(page, new URLSearchParams(window.location.search)), CATALOG_PATH]) {
          if (path !== undefined) {
            askAhead(path).catch(reportedByPage);
          }
        }
        // A browser takes long to tell its zone for the first time; now there is nothing else to do.
        browserZone();
      }
    })
    .catch(reportedByPage);
}
void import('./main');
