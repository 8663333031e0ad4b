import { createRouter } from '@tanstack/react-router';
import { Failed } from './failed.tsx';
import { routeTree } from './routes.tsx';

export const router = createRouter({
  routeTree,
  // Each page fails for itself; the frame around it stays.
  defaultErrorComponent: Failed,
  defaultPreload: 'intent',
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
