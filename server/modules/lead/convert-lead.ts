import { AppError, conflict, forbidden, invalid, notFound, stale } from '#shared/errors.ts';
import type { ValueError } from '#shared/errors.ts';
import type { Ctx } from '#engine/context.ts';
import { findObject } from '#engine/records/find-object.ts';
import { createRecords, get, isId, updateRecords } from '#engine/records/index.ts';
import type { PresentedRecord } from '#engine/records/index.ts';
import { lockRecords } from '#engine/records/lock.ts';
import type { Values } from '#engine/records/rules.ts';
import { withTransaction } from '#engine/transaction.ts';
import { carryActivities } from './carry-activities.ts';
import { accountFrom, contactFrom, gainedBy, personOf, type OwnedLead } from './carry-lead.ts';
import { ownershipOf } from './ownership-of.ts';

/** An existing record, or a new one: `create` says what differs from what the lead gives. */
export type Target = { id: string } | { create: Record<string, unknown> };

export interface Conversion {
  account: Target | null;
  contact: Target | null;
  /** The version of the lead that was looked at; a newer one makes it stale. */
  version?: number;
}

export interface Converted {
  lead: PresentedRecord;
  account: PresentedRecord | null;
  contact: PresentedRecord | null;
}

/**
 * Turns a lead into a customer, a contact, or both, new or existing, in one transaction. The lead keeps the links and
 * is closed. Each part asks for the actor's own rights to it; a second conversion is a conflict.
 */
export async function convertLead(
  ctx: Ctx,
  leadId: string,
  { account, contact, version }: Conversion,
): Promise<Converted> {
  return withTransaction(ctx, async (ctx) => {
    const lead = await lockLead(ctx, leadId, version);
    if (!account && !contact) throw invalid([{ path: 'account', code: 'required' }]);
    const owned = await ownershipOf(ctx, leadId, lead);
    const errors: ValueError[] = [];
    const madeAccount =
      account &&
      (await collecting(errors, () => resolveAccount(ctx, { lead, owned }, account, !contact)));
    const madeContact =
      contact &&
      (await collecting(errors, () => resolveContact(ctx, { lead, owned }, contact, madeAccount)));
    if (errors.length > 0) throw invalid(errors);
    const values = {
      status: 'converted',
      convertedAt: ctx.now.toISOString(),
      convertedAccount: madeAccount?.id ?? null,
      convertedContact: madeContact?.id ?? null,
    };
    // Trusted, for these fields are written by nobody else.
    const [closed] = await updateRecords(ctx, 'lead', [{ id: leadId, values }], { trusted: true });
    if (!closed) throw notFound();
    await carryActivities(ctx, leadId, { account: madeAccount?.id, contact: madeContact?.id });
    return { lead: closed, account: madeAccount, contact: madeContact };
  });
}

/** Waits for whoever else converts it; what the actor's role hides of it is not carried anywhere. */
async function lockLead(ctx: Ctx, id: string, version: number | undefined): Promise<OwnedLead> {
  if (!isId(id)) throw notFound();
  const object = findObject(ctx, 'lead');
  const found = (await lockRecords(ctx, object, [id], 'update')).get(id.toLowerCase());
  if (!found) throw notFound();
  if (!found.allowed) throw forbidden();
  if (found.values['status'] === 'converted')
    throw conflict([{ path: 'status', code: 'readOnly' }]);
  if (version !== undefined && version !== found.values['version']) {
    throw stale(await get(ctx, 'lead', id));
  }
  const { hidden } = ctx.access.of('lead');
  // Read by the declaration that gives the type its fields.
  return Object.fromEntries(Object.entries(found.values).filter(([key]) => !hidden.has(key)));
}

interface Source {
  lead: OwnedLead;
  /** Owner and team of what is made new. */
  owned: Values;
}

async function resolveAccount(
  ctx: Ctx,
  { lead, owned }: Source,
  target: Target,
  withPerson: boolean,
): Promise<PresentedRecord> {
  if ('create' in target) {
    const values = { ...accountFrom(lead, withPerson), ...owned };
    return create(ctx, 'account', values, target.create);
  }
  const existing = await lockExisting(ctx, 'account', target.id);
  return change(ctx, 'account', existing, withPerson ? personOf(lead) : {});
}

async function resolveContact(
  ctx: Ctx,
  { lead, owned }: Source,
  target: Target,
  account: PresentedRecord | null,
): Promise<PresentedRecord> {
  if ('create' in target) {
    const values = { ...contactFrom(lead), ...owned, ...(account && { account: account.id }) };
    return create(ctx, 'contact', values, target.create);
  }
  const existing = await lockExisting(ctx, 'contact', target.id);
  return change(ctx, 'contact', existing, {
    ...personOf(lead),
    ...(account && accountLink(existing, account.id)),
  });
}

/** A person who already belongs to another customer gets this one beside it. */
function accountLink(contact: Values, accountId: string): Values {
  if (contact['account'] === accountId) return {};
  return contact['account'] ? { otherAccounts: [accountId] } : { account: accountId };
}

async function create(
  ctx: Ctx,
  object: 'account' | 'contact',
  fromLead: Values,
  given: Record<string, unknown>,
): Promise<PresentedRecord> {
  const values = { ...writable(ctx, object, fromLead), ...given };
  const prefix = () => `${object}.create.`;
  const [made] = await createRecords(ctx, object, [values], { prefix });
  if (!made) throw notFound();
  return made;
}

async function lockExisting(ctx: Ctx, object: 'account' | 'contact', id: string): Promise<Values> {
  const missing = invalid([{ path: `${object}.id`, code: 'notFound' }]);
  if (!isId(id)) throw missing;
  const found = await lockRecords(ctx, findObject(ctx, object), [id], 'update');
  const values = found.get(id.toLowerCase())?.values;
  if (!values) throw missing;
  return values;
}

/** Whoever may only see a record can link to it as long as it gains nothing. */
async function change(
  ctx: Ctx,
  object: 'account' | 'contact',
  existing: Values,
  person: Values,
): Promise<PresentedRecord> {
  const id = String(existing['id']);
  const values = gainedBy(existing, writable(ctx, object, person));
  if (Object.keys(values).length === 0) return get(ctx, object, id);
  const prefix = () => `${object}.`;
  const [changed] = await updateRecords(ctx, object, [{ id, values }], { prefix });
  if (!changed) throw notFound();
  return changed;
}

/** Without what is empty, unknown there, or not the actor's to write. */
function writable(ctx: Ctx, object: string, values: Values): Values {
  const { hidden, readOnly } = ctx.access.of(object);
  const fields = findObject(ctx, object).fields;
  return Object.fromEntries(
    Object.entries(values).filter(
      ([key, value]) =>
        (value ?? null) !== null && fields.has(key) && !hidden.has(key) && !readOnly.has(key),
    ),
  );
}

/** Wrong values are found before anything of theirs is written, so the other part can be looked at too. */
async function collecting<T>(errors: ValueError[], work: () => Promise<T>): Promise<T | null> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'invalid') throw error;
    errors.push(...error.errors);
    return null;
  }
}
