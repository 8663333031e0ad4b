import { defineRules } from '#engine/records/rules.ts';
import { contact } from './contact.object.ts';

export const contactRules = defineRules(contact, {
  beforeWrite(_ctx, changes) {
    for (const { after } of changes) {
      const others = after.otherAccounts?.filter((id) => id !== after.account) ?? [];
      after.otherAccounts = others.length > 0 ? others : null;
    }
    return [];
  },
});
