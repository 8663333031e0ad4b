import { defineRules } from '#engine/records/rules.ts';
import { yearlyFinance, yearsAhead } from './yearly-finance.object.ts';

export const yearlyFinanceRules = defineRules(yearlyFinance, {
  beforeWrite(ctx, changes) {
    const max = ctx.now.getUTCFullYear() + yearsAhead;
    return changes.flatMap(({ before, after }, index) =>
      (after.year ?? 0) > max && after.year !== before?.year
        ? [{ index, path: 'year', code: 'tooLarge' as const, params: { max } }]
        : [],
    );
  },
});
