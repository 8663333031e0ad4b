import type { ModelObject } from '#shared/model.ts';
import type { Ctx } from '../context.ts';
import { matchRules } from './match-rules.ts';

/** Why two records are thought to be the same. */
export interface Reason {
  /** The field compared; the first one where several compare the same thing. */
  field: string;
  /** `near`: names that differ only in spaces, i and y, or the order of words. */
  match: 'exact' | 'companyName' | 'personName' | 'near';
}

/** A rule with how far it holds, as kept with pairs and groups: `phone`, `companyName~` for near names. */
export const reasonMark = (rule: string, same: boolean): string => (same ? rule : `${rule}~`);
export const ruleOf = (mark: string): string => mark.replace(/~$/, '');

export interface Scores {
  byRule: ReadonlyMap<string, { same: number; near: number }>;
  /** What several pieces of evidence say together, at most 100. */
  sum: (marks: Iterable<string>) => number;
}

export function scoresOf(object: ModelObject): Scores {
  const byRule = new Map<string, { same: number; near: number }>();
  for (const { name, score, nearScore } of matchRules(object)) {
    const known = byRule.get(name);
    byRule.set(name, {
      same: Math.max(score, known?.same ?? 0),
      near: Math.max(nearScore, known?.near ?? 0),
    });
  }
  const of = (mark: string): number => {
    const scores = byRule.get(ruleOf(mark));
    return (mark.endsWith('~') ? scores?.near : scores?.same) ?? 0;
  };
  return {
    byRule,
    sum: (marks) => {
      // Of one rule only the stronger evidence counts.
      const best = new Map<string, number>();
      for (const mark of marks) {
        best.set(ruleOf(mark), Math.max(of(mark), best.get(ruleOf(mark)) ?? 0));
      }
      const all = [...best.values()].reduce((sum, score) => sum + score, 0);
      return Math.min(100, all);
    },
  };
}

export function describeRules(object: ModelObject, marks: readonly string[]): Reason[] {
  return marks.flatMap((mark): Reason[] => {
    const rule = matchRules(object).find(({ name }) => name === ruleOf(mark));
    return rule ? [{ field: rule.field.key, match: mark.endsWith('~') ? 'near' : rule.match }] : [];
  });
}

/** Rules that compare nothing hidden from the actor: what they find would tell what is hidden. */
export function visibleRules(ctx: Ctx, object: ModelObject): string[] {
  const { hidden } = ctx.access.of(object.key);
  const blind = new Set(
    matchRules(object)
      .filter(({ field }) => hidden.has(field.key))
      .map(({ name }) => name),
  );
  return [...new Set(matchRules(object).map(({ name }) => name))].filter(
    (name) => !blind.has(name),
  );
}
