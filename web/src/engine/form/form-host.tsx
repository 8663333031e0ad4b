import { lazy, Suspense, useEffect, useSyncExternalStore } from 'react';
import { newForm } from './own-forms.ts';
import { openedForms, reopenForm, watchForms } from './open-form.ts';

const FormPanel = lazy(async () => ({ default: (await import('./form-panel.tsx')).FormPanel }));

/** Where forms open that were asked for anywhere; stands once in the frame. */
export function FormHost() {
  const forms = useSyncExternalStore(watchForms, openedForms);
  useEffect(reopenForm, []);
  return (
    <Suspense fallback={null}>
      {forms.map((form) => {
        const Form = newForm(form) ?? FormPanel;
        return <Form key={form.id} form={form} />;
      })}
    </Suspense>
  );
}
