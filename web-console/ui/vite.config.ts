import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

/** Where a console runs that the development server hands API calls on to. */
const backEnd = 'http://127.0.0.1:8080';

export default defineConfig({
  plugins: [react()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    // Everything is a file of its own: the content security policy allows no inline scripts or fonts.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1000,
  },
  server: {
    host: '127.0.0.1',
    proxy: { '/api': backEnd, '/sign-out': backEnd },
  },
  test: {
    include: ['src/**/*.test.{ts,tsx}'],
    environment: 'node',
  },
});
