import { defineRules } from '#engine/records/rules.ts';
import { regionOf } from '../geography/index.ts';
import { checkTaxCodes, mergeParties } from '../party/index.ts';
import { joinYears } from '../yearly-finance/index.ts';
import { account } from './account.object.ts';

export const accountRules = defineRules(account, {
  async beforeMerge(ctx, merge) {
    mergeParties(merge);
    await joinYears(ctx, [merge.survivor, ...merge.others]);
  },
  beforeWrite(ctx, changes) {
    for (const { before, after } of changes) {
      if (before?.stage !== after.stage) after.stageSince = ctx.now.toISOString();
      if (after.foundedOn) after.foundedYear = Number(after.foundedOn.slice(0, 4));
      const province = after.billingAddress?.provinceCode;
      // Only until somebody says otherwise: companies draw territories of their own.
      if (!before && province !== undefined) after.region ??= regionOf(province);
    }
    return checkTaxCodes(changes, ({ billingAddress }) => billingAddress);
  },
});
