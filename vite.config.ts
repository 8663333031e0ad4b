import path from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { precache } from './web/precache.plugin.ts';

const root = path.join(import.meta.dirname, 'web');

export default defineConfig({
  root,
  plugins: [react(), precache()],
  css: { modules: { localsConvention: 'camelCaseOnly' } },
  // For work on the screens: `npm start` beside it, or the address of another server in API.
  server: {
    proxy: {
      // The server compares where a request comes from with the address it was sent to.
      '/api': { target: process.env['API'] ?? 'http://127.0.0.1:3000', changeOrigin: false },
    },
  },
  build: {
    outDir: path.join(import.meta.dirname, 'dist', 'web'),
    emptyOutDir: true,
    target: 'es2023',
    // Small pictures as addresses in the page would need a looser policy for content than the server sets.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    manifest: true,
    // Charts are one library, loaded where there is a chart.
    chunkSizeWarningLimit: 640,
    rollupOptions: {
      input: {
        main: path.join(root, 'index.html'),
        sw: path.join(root, 'src', 'app', 'pwa', 'service-worker.ts'),
      },
      output: {
        // Browsers look for newer service workers at one address; it rules over what lies beside and below it.
        entryFileNames: ({ name }) => (name === 'sw' ? 'sw.js' : 'assets/[name]-[hash].js'),
      },
    },
  },
});
