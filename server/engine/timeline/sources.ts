import type { TimelineRule } from '#shared/define.ts';
import { invalid } from '#shared/errors.ts';
import type { PlainPredicate } from '#shared/filter.ts';
import type { ModelField, ModelObject } from '#shared/model.ts';
import type { Ctx } from '../context.ts';
import { recordsOf, references } from '../records/references.ts';
import { knownTimeline } from './known-timeline.ts';

/** An object whose records stand in a thread. */
export interface Source {
  object: ModelObject;
  rule: TimelineRule;
  /** Its fields that name the record whose thread it is. */
  fields: readonly ModelField[];
  /** Only those of the asked sort. */
  where?: PlainPredicate;
}

/** What a page of a thread is of. */
export interface Shown {
  sources: readonly Source[];
  /** Lines of the history: all, those of fields and the like, those of files, none. */
  lines: 'all' | 'changes' | 'files' | 'none';
}

/** Objects whose records stand in threads of this object, as far as the actor may know of them. */
export const sourcesOf = (ctx: Ctx, { key }: ModelObject): Source[] =>
  [...ctx.model.objects.values()].flatMap((object) => {
    const rule = knownTimeline(ctx, object);
    if (!rule) return [];
    const { hidden } = ctx.access.of(object.key);
    const fields = rule.to.flatMap((name) => {
      const field = hidden.has(name) ? undefined : object.fields.get(name);
      return field && leadsTo(ctx, field, key) ? [field] : [];
    });
    return fields.length === 0 ? [] : [{ object, rule, fields }];
  });

const leadsTo = ({ model }: Ctx, field: ModelField, key: string): boolean =>
  references[field.kind]?.to === 'link' || recordsOf(model, field)?.key === key;

/** What was asked for: everything, `changes`, `files`, or a sort that a source declares, such as `activity.notes`. */
export function shownBy(ctx: Ctx, object: ModelObject, show: string | undefined): Shown {
  const sources = sourcesOf(ctx, object);
  if (show === undefined) return { sources, lines: 'all' };
  if (show === 'changes' || show === 'files') return { sources: [], lines: show };
  const [of, key] = show.split('.');
  const source = sources.find((each) => each.object.key === of);
  const sort = source?.rule.sorts?.find((each) => each.key === key);
  if (!source || !sort) throw invalid([{ path: 'show', code: 'notAnOption' }]);
  return { sources: [{ ...source, where: sort.where }], lines: 'none' };
}
