import { formsOfAddress } from '#shared/locale/forms-of-address.ts';
import type { Ctx } from '#engine/context.ts';
import type { PresentedRecord } from '#engine/records/index.ts';
import type { Called } from './best-hours.ts';
import { listVisible, refOf, sees, textOf } from './read-fields.ts';

/** Whom one speaks with, and how they are reached. */
export interface Party {
  contact: string | null;
  /** `Chị Hà, Dược An Khang`. */
  title: string;
  phone: string | null;
  doNotCall: boolean;
  /** What they said of the best time themselves. */
  says: string | null;
}

const most = 200;
const reach = ['phones', 'doNotCall', 'bestTime'];

/** Everybody that is to be called, in three questions however many they are. */
export async function readParties(
  ctx: Ctx,
  all: readonly Called[],
): Promise<(called: Called) => Party | null> {
  const idsOf = (key: keyof Called) => [...new Set(all.flatMap((each) => each[key] ?? []))];
  const byId = (ids: readonly string[]) => ({ field: 'id', op: 'in', value: ids });
  const accountIds = idsOf('account');
  const read = (object: string, where: object, fields: readonly string[]) =>
    listVisible(ctx, object, { where, fields, limit: most });
  const ofAccounts =
    accountIds.length > 0 && sees(ctx, 'contact', 'account')
      ? [{ field: 'account', op: 'in', value: accountIds }]
      : [];
  const [contacts, accounts, leads] = await Promise.all([
    read('contact', { or: [byId(idsOf('contact')), ...ofAccounts] }, [
      'name',
      'formOfAddress',
      'account',
      'decisionRole',
      'contactCount',
      ...reach,
    ]),
    read('account', byId(accountIds), ['name', 'tradingName', ...reach]),
    read('lead', byId(idsOf('lead')), ['displayName', ...reach]),
  ]);
  const find = (records: readonly PresentedRecord[], id: string | undefined) =>
    records.find((each) => each.id === id);
  return (called) => {
    const account = find(accounts, called.account);
    const lead = find(leads, called.lead);
    const contact =
      find(contacts, called.contact) ??
      (called.contact === undefined && account ? whomToAsk(contacts, account.id) : undefined);
    const shown = contact ?? account ?? lead;
    if (!shown) return null;
    const { language } = ctx.actor;
    const company = account && (textOf(account['tradingName']) ?? textOf(account['name']));
    const title = [
      contact && spokenName(contact, language),
      company ?? (lead && textOf(lead['displayName'])),
    ];
    return {
      contact: contact?.id ?? null,
      title: title.filter(Boolean).join(', '),
      phone: phoneOf(contact) ?? phoneOf(account ?? lead),
      doNotCall: [contact, account ?? lead].some((each) => each?.['doNotCall'] === true),
      says:
        [contact, account ?? lead].map((each) => textOf(each?.['bestTime'])).find(Boolean) ?? null,
    };
  };
}

const phoneOf = (record: PresentedRecord | undefined): string | null =>
  Array.isArray(record?.['phones']) ? textOf(record['phones'][0]) : null;

/** Of a company's people who may be called: who decides, then who was spoken with most. */
function whomToAsk(
  contacts: readonly PresentedRecord[],
  account: string,
): PresentedRecord | undefined {
  const rank = (each: PresentedRecord) =>
    (each['decisionRole'] === 'decisionMaker' ? 1000 : 0) + Number(each['contactCount'] ?? 0);
  return contacts
    .filter((each) => refOf(each['account'])?.id === account)
    .filter((each) => each['doNotCall'] !== true && phoneOf(each) !== null)
    .toSorted((a, b) => rank(b) - rank(a))[0];
}

/** As people here speak of each other; their whole name elsewhere. */
function spokenName(contact: PresentedRecord, language: 'vi' | 'en'): string {
  const name = contact['name'];
  const part = (key: 'full' | 'given') =>
    typeof name === 'object' && name !== null ? textOf(Reflect.get(name, key)) : null;
  const form = formsOfAddress.find(({ value }) => value === contact['formOfAddress']);
  const given = part('given');
  return language === 'vi' && form && given ? `${form.label.vi} ${given}` : (part('full') ?? '');
}
