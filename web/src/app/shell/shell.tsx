import { Outlet } from '@tanstack/react-router';
import { Suspense } from 'react';
import { NavBar } from './nav-bar.tsx';
import { TopBar } from './top-bar.tsx';
import classes from './shell.module.css';

/** The frame of every page: navigation at the left, search and creation above, the page in the middle. */
export function Shell() {
  return (
    <div className={classes.shell}>
      <NavBar />
      <div className={classes.main}>
        <TopBar />
        <main id="page" className={classes.page} tabIndex={-1}>
          <Suspense fallback={null}>
            <Outlet />
          </Suspense>
        </main>
      </div>
    </div>
  );
}
