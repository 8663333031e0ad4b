import type { ScreenObject } from '#web/api/model.ts';
import { StatusGlyph, type Tone } from '#web/ui/status-glyph.tsx';
import { useLabel, useWords } from '#web/words/language.tsx';
import classes from './stalled.module.css';
import type { Outcome } from './stalled.queries.ts';
import { stalledWords } from './stalled.words.ts';

/** What became of a customer since the sheet was made, or since they were handed over. */
export function OutcomeView({
  outcome,
  object,
}: {
  outcome: Outcome;
  object: ScreenObject | undefined;
}) {
  const t = useWords(stalledWords);
  const label = useLabel();
  const said: [Tone, string][] = [];
  const { handover, contacted, moved, stage, lost, gone } = outcome;
  if (handover) said.push(['info', t('givenTo', { name: handover.to?.title ?? '' })]);
  if (gone) said.push(['idle', t('gone')]);
  if (contacted) said.push(['ok', t('isContacted')]);
  else if (moved) said.push(['ok', t('isMoved')]);
  if (lost) said.push(['bad', t('isLost')]);
  else if (stage !== null)
    said.push(['ok', t('isStage', { stage: stageName(object, stage, label) })]);
  if (said.length === 0) said.push(['idle', t('nothing')]);
  return (
    <ul className={classes.outcome}>
      {said.map(([tone, text]) => (
        <li key={text}>
          <StatusGlyph tone={tone} />
          {text}
        </li>
      ))}
    </ul>
  );
}

/** What a stage is called. */
export function stageName(
  object: ScreenObject | undefined,
  value: string,
  label: ReturnType<typeof useLabel>,
  key = 'stage',
): string {
  const field = object?.field.get(key);
  const options = field && 'options' in field ? field.options : undefined;
  const found = Array.isArray(options) ? options.find((each) => each.value === value) : undefined;
  return found ? label(found.label) : value;
}
