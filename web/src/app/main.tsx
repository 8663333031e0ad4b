import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import '@fontsource/be-vietnam-pro/400.css';
import '@fontsource/be-vietnam-pro/500.css';
import '@fontsource/be-vietnam-pro/600.css';
import '../ui/tokens.css';
import '../ui/global.css';
import '../ui/library.css';
import '../ui/table.css';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '../features/index.ts';
import { Providers } from './providers.tsx';
import { registerServiceWorker } from './pwa/update.ts';
import { router } from './router.tsx';

const root = document.getElementById('root');
if (!root) throw new Error('the page has no root');
createRoot(root).render(
  <StrictMode>
    <Providers>
      <RouterProvider router={router} />
    </Providers>
  </StrictMode>,
);

// While working on the screens every file changes all the time.
if (import.meta.env.PROD) void registerServiceWorker();
