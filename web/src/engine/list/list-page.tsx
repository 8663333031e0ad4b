import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { Suspense } from 'react';
import { NotFoundHere } from './not-found-here.tsx';
import { useObject } from '../model.ts';
import { objectPage } from '../object-pages.ts';
import { ListView } from './list-view.tsx';

/** The list of an object: saved views as tabs, tools, and a table, a board or a chart. */
export function ListPage() {
  const { objects = '' } = useParams({ strict: false });
  const search: Record<string, string | undefined> = useSearch({ strict: false });
  const object = useObject({ path: objects });
  const navigate = useNavigate();
  if (!object || object.rights.read === 'none') {
    return <NotFoundHere onHome={() => void navigate({ to: '/' })} />;
  }
  const own = objectPage(object.key, search);
  if (own) return <Suspense fallback={null}>{own}</Suspense>;
  return <ListView key={object.key} object={object} />;
}
