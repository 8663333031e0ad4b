import { useModel } from '../../model.ts';
import { useOnPage } from '../record-context.tsx';
import { threadComposer, type ComposerProps } from './entry-kinds.ts';
import { ReplyForm } from './reply-form.tsx';
import { replyObject } from './reply-object.ts';
import { canWrite } from './sources.ts';

/** The box in which one writes of this record, where there is one. */
export function Composing(props: ComposerProps) {
  const can = useCanCompose();
  const model = useModel();
  const { object, record, title } = useOnPage();
  const composer = threadComposer();
  const answers = replyObject(model, object);
  if (!can || !composer) return null;
  // Another record has another draft.
  if (!answers) return <composer.Show key={record.id} {...props} />;
  // Of a note one says something by answering it.
  return <ReplyForm key={record.id} answers={answers} to={record.id} title={title} {...props} />;
}

export function useCanCompose(): boolean {
  const model = useModel();
  const { object, isPartial, isGone } = useOnPage();
  const composer = threadComposer();
  return (
    !isPartial && !isGone && composer !== undefined && canWrite(model, object, composer.object)
  );
}
