import { useNavigate } from '@tanstack/react-router';
import { writeLink } from '#shared/record-link.ts';
import type { Reference } from '#web/api/records.ts';
import { closeForm, type OpenedForm } from '#web/engine/form/open-form.ts';
import { NewTopic } from './new-topic.tsx';

/** A topic begins with what its opener says, wherever one asks for a new one. */
export function TopicForm({ form }: { form: OpenedForm }) {
  const navigate = useNavigate();
  return (
    <NewTopic
      about={aboutOf(form.values?.['about'])}
      onClose={() => {
        closeForm(form.id);
        form.onClose?.();
      }}
      onDone={(topic) => {
        closeForm(form.id);
        if (form.onDone) form.onDone(topic);
        else
          void navigate({
            to: '/$objects',
            params: { objects: 'topics' },
            search: { id: topic.id },
          });
      }}
    />
  );
}

/** Records as pages hand them over to a form, and as fields of links know them. */
function aboutOf(values: unknown): Reference[] {
  if (!Array.isArray(values)) return [];
  return values.flatMap((value: Partial<Record<'object' | 'id' | 'title', unknown>>) => {
    const { object, id, title } = value;
    if (typeof object !== 'string' || typeof id !== 'string') return [];
    return [{ id: writeLink({ object, id }), title: typeof title === 'string' ? title : null }];
  });
}
