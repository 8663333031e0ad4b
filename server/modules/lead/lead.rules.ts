import type { RecordOf } from '#shared/define.ts';
import type { Ctx } from '#engine/context.ts';
import { sameValue } from '#engine/records/parse-values.ts';
import { defineRules, type Change, type Merge, type RuleError } from '#engine/records/rules.ts';
import { checkTaxCodes, doNotContact, mergeParties } from '../party/index.ts';
import { lead } from './lead.object.ts';

export type Lead = Partial<RecordOf<typeof lead>>;

export const leadRules = defineRules(lead, {
  beforeMerge(_ctx, merge) {
    keepConversion(merge);
    mergeParties(merge);
  },
  beforeWrite(ctx, changes) {
    for (const { after } of changes) {
      after.displayName = displayNameOf(after);
      if (after.status !== 'unqualified') after.unqualifiedReason = null;
    }
    return [
      ...checkTaxCodes(changes, ({ address }) => address),
      ...changes.flatMap((change, index) => [
        ...missing(change).map((error) => ({ ...error, index })),
        ...wrongStatus(change).map((error) => ({ ...error, index })),
        ...changedAfterConversion(ctx, change).map((error) => ({ ...error, index })),
      ]),
    ];
  },
});

type Found = Omit<RuleError, 'index'>;

/** `Nguyễn Văn An – Công ty Hoa Sen`, or how else to know who it is. */
function displayNameOf({ name, company, phones, emails, zalo }: Lead): string {
  const named = [name?.full, company].filter((part) => part);
  return named.join(' – ') || phones?.[0] || emails?.[0] || zalo || '—';
}

function missing({ before, after }: Change<Lead>): Found[] {
  const errors: Found[] = [];
  const { name, company, phones, emails, zalo } = after;
  if (!before && !name && !company && !phones && !emails && !zalo) {
    errors.push({ path: 'name', code: 'required' });
  }
  const judged = after.status === 'unqualified' && before?.status !== 'unqualified';
  const unjudged = after.status === 'unqualified' && before?.unqualifiedReason;
  if ((judged || unjudged) && !after.unqualifiedReason) {
    // Lists of old systems say that a lead was lost, seldom why.
    errors.push({ path: 'unqualifiedReason', code: 'required', ...(!before && doubtful) });
  }
  return errors;
}

const doubtful = { doubtful: true } as const;

/** Only the command converts: it alone can write when it did. An import brings leads that were converted elsewhere. */
function wrongStatus({ before, after }: Change<Lead>): Found[] {
  const becomes = after.status === 'converted' && before?.status !== 'converted';
  if (!becomes || after.convertedAt) return [];
  return [{ path: 'status', code: 'notWritable', ...(!before && doubtful) }];
}

/** A lead that was converted stays so, with its links and as it was; one that takes such a lead in is converted too. */
function keepConversion({ survivor, others, after }: Merge<Lead>): void {
  if (survivor.status === 'converted') {
    const { notes, ...rest } = survivor;
    Object.assign(after, rest, { notes: after.notes ?? notes });
    return;
  }
  const converted = others.find(({ status }) => status === 'converted');
  if (!converted) return;
  const { status, convertedAccount, convertedContact, convertedAt } = converted;
  Object.assign(after, { status, convertedAccount, convertedContact, convertedAt });
}

/** What happened is not rewritten; notes go on, somebody else may take over, and a "no" counts at any time. */
const openFields: ReadonlySet<string> = new Set([
  'notes',
  'owner',
  'team',
  ...Object.keys(doNotContact),
]);

function changedAfterConversion(ctx: Ctx, { before, after }: Change<Lead>): Found[] {
  if (before?.status !== 'converted') return [];
  const fields = ctx.model.objects.get(lead.key)?.fields.values() ?? [];
  const values: Record<string, unknown> = after;
  const old: Record<string, unknown> = before;
  return [...fields]
    .filter((field) => !field.readOnly && !field.custom && !openFields.has(field.key))
    .filter((field) => !sameValue(field, old[field.key], values[field.key]))
    .map(({ key }) => ({ path: key, code: 'readOnly' as const }));
}
