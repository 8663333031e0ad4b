import { useModel } from '../../model.ts';
import { useOnPage } from '../record-context.tsx';
import { threadComposer, type ComposerProps } from './entry-kinds.ts';
import { canWrite } from './sources.ts';

/** The box in which one writes of this record, where there is one. */
export function Composing(props: ComposerProps) {
  const can = useCanCompose();
  const { record } = useOnPage();
  const composer = threadComposer();
  // Another record has another draft.
  return can && composer ? <composer.Show key={record.id} {...props} /> : null;
}

export function useCanCompose(): boolean {
  const model = useModel();
  const { object, isPartial, isGone } = useOnPage();
  const composer = threadComposer();
  return (
    !isPartial && !isGone && composer !== undefined && canWrite(model, object, composer.object)
  );
}
