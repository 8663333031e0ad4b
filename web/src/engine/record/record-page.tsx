import { Suspense } from 'react';
import { useParams } from '@tanstack/react-router';
import { RecordFrame } from './record-frame.tsx';
import { RecordMissing } from './record-missing.tsx';
import { useObject } from '../model.ts';
import { recordPage } from '../object-pages.ts';

/** A record of any object, by the path of its object and its id. */
export function RecordPage() {
  const { objects = '', id = '' } = useParams({ strict: false });
  const object = useObject({ path: objects });
  if (!object) return <RecordMissing />;
  const own = recordPage(object.key, id);
  if (own) return <Suspense fallback={null}>{own}</Suspense>;
  return <RecordFrame key={id} object={object} id={id} />;
}
