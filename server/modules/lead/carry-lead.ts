import type { Values } from '#engine/records/rules.ts';
import { doNotContact } from '../party/index.ts';
import type { Lead } from './lead.rules.ts';

/** What a lead says of who owns it, which the engine adds to every record of reach `owned`. */
export type OwnedLead = Lead & { owner?: string | null; team?: string | null };

/** The customer a lead becomes. `person` is added when no contact is made to hold it. */
export function accountFrom(lead: OwnedLead, withPerson: boolean): Values {
  const isCompany = Boolean(lead.company);
  return {
    ...(withPerson && personFrom(lead)),
    ...(!isCompany && { formOfAddress: lead.formOfAddress, gender: lead.gender }),
    kind: isCompany ? 'company' : 'person',
    name: lead.company ?? lead.name?.full,
    taxCode: lead.taxCode,
    website: lead.website,
    billingAddress: lead.address,
    source: lead.source,
    stage: 'inTalks',
    roles: ['prospect'],
  };
}

/** The person a lead becomes. A private customer's address is also the person's. */
export const contactFrom = (lead: OwnedLead): Values => ({
  ...personFrom(lead),
  name: lead.name,
  formOfAddress: lead.formOfAddress,
  gender: lead.gender,
  jobTitle: lead.jobTitle,
  ...(!lead.company && { address: lead.address }),
});

/** How to reach the person, what they like and refuse, and what was noted. */
function personFrom(lead: OwnedLead): Values {
  const { phones, emails, zalo, facebook, bestTime, preferences } = lead;
  const notes = [lead.interest, lead.notes].filter((text) => text).join('\n\n');
  const refusals = refusalKeys.filter((key) => lead[key]).map((key) => [key, true]);
  const ways = { phones, emails, zalo, facebook, bestTime };
  return { ...ways, preferences, notes, ...Object.fromEntries(refusals) };
}

const refusalKeys = Object.keys(doNotContact) as (keyof typeof doNotContact)[];

/**
 * What an existing record gains from a lead: lists grow, empty fields are filled, refusals are kept, notes are added
 * at the end. Nothing that is there is overwritten.
 */
export function gainedBy(existing: Values, person: Values): Values {
  const gained: Values = {};
  for (const [key, value] of Object.entries(person)) {
    const there = existing[key] ?? null;
    if (value === null || value === undefined || value === '') continue;
    if (key === 'notes' && typeof value === 'string' && typeof there === 'string') {
      if (!there.includes(value)) gained[key] = `${there}\n\n${value}`;
    } else if (Array.isArray(value) && Array.isArray(there)) {
      const joined = [...new Set([...there, ...value])];
      if (joined.length > there.length) gained[key] = joined;
    } else if (there === null || value === true) {
      if (there !== value) gained[key] = value;
    }
  }
  return gained;
}

/** What of a lead an existing contact or customer can gain: who the record is stays. */
export function personOf(lead: OwnedLead): Values {
  const { name: _name, ...person } = contactFrom(lead);
  return person;
}
