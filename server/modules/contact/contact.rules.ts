import { defineRules } from '#engine/records/rules.ts';
import { mergeParties } from '../party/index.ts';
import { contact } from './contact.object.ts';

export const contactRules = defineRules(contact, {
  beforeMerge: (_ctx, merge) => mergeParties(merge),
  beforeWrite(_ctx, changes) {
    for (const { after } of changes) {
      const others = after.otherAccounts?.filter((id) => id !== after.account) ?? [];
      after.otherAccounts = others.length > 0 ? others : null;
    }
    return [];
  },
});
