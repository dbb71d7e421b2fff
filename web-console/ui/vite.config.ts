import react from '@vitejs/plugin-react';
import { loadEnv } from 'vite';
import { defineConfig } from 'vitest/config';
import { compressed } from './compressed.mjs';

/** The address of the sign-in page is also where its form goes. */
const onlyPosts = (request: { method?: string | undefined; url?: string | undefined }) => (request.method === 'POST' ? undefined : request.url);

/** What the start has in common with the rest of the console. */
const FIRST = /\/src\/(browser-zone|api\/(ahead|paths|query-string)|layout\/pages|features\/(lists\/address|\w+\/list|jobs\/list\/list-state))\.ts$|vite\/preload-helper/;

export default defineConfig(({ mode }) => {
  // Where a console runs that the development server hands API calls on to.
  const backEnd = loadEnv(mode, '.', 'LONGSHORE_')['LONGSHORE_CONSOLE'] ?? 'http://127.0.0.1:8080';
  return {
    plugins: [react(), compressed],
    build: {
      outDir: 'dist',
      emptyOutDir: true,
      // Everything is a file of its own: the content security policy allows no inline scripts or fonts.
      assetsInlineLimit: 0,
      chunkSizeWarningLimit: 1000,
      // What several pages use comes in one file: a browser fetches six at a time, and each of a dozen small ones would wait.
      // What comes before everything else is a small file of its own.
      rolldownOptions: {
        output: {
          codeSplitting: {
            groups: [
              { name: 'start', test: FIRST, priority: 1 },
              { name: 'shared', minShareCount: 2 },
            ],
          },
        },
      },
    },
    server: {
      host: '127.0.0.1',
      proxy: { '/api': backEnd, '/sign-in': { target: backEnd, bypass: onlyPosts }, '/sign-out': backEnd },
    },
    test: {
      include: ['src/**/*.test.{ts,tsx}'],
      environment: 'node',
    },
  };
});
