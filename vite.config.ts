import path from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const root = path.join(import.meta.dirname, 'web');

export default defineConfig({
  root,
  plugins: [react()],
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
  },
});
