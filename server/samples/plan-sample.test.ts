import { describe, expect, it } from 'vitest';
import { parsePhone } from '#shared/locale/phone.ts';
import { parseTaxCode } from '#shared/locale/tax-code.ts';
import { wardByCode } from '#server/modules/geography/index.ts';
import { sampleCompanies } from './companies/index.ts';
import { sampleParts } from './parts/index.ts';
import { sampleKeys } from './sample.ts';
import { planSample } from './world.ts';

const dayMs = 86_400_000;
const now = new Date('2026-11-22T03:00:00Z');

describe.each(sampleKeys)('the plan of %s', (key) => {
  const company = sampleCompanies[key];
  const plan = planSample(company, sampleParts, now);
  const of = (object: string) => plan.filter((record) => record.object === object);
  const said = (name: string) =>
    plan.flatMap(({ values }) => {
      const value = values[name];
      return value === undefined ? [] : [value].flat().map(String);
    });

  it('is the same whenever it is made on a day, and keeps its distance on another', () => {
    const later = planSample(company, sampleParts, new Date('2026-11-22T16:59:59Z'));
    expect(later).toEqual(plan);
    const tomorrow = planSample(company, sampleParts, new Date('2026-11-22T17:00:00Z'));
    // But for what is always on a Monday.
    const moments = (of_: typeof plan) =>
      of_.filter(({ ref }) => !ref.startsWith('weekly')).map(({ at }) => at.getTime());
    expect(moments(tomorrow).map((at) => at - dayMs)).toEqual(moments(plan));
  });

  it('does not change when an object joins', () => {
    const more = [
      { object: 'order', plan: ({ random }: { random: { next(): number } }) => void random.next() },
      ...sampleParts,
    ];
    expect(planSample(company, more, now)).toEqual(plan);
  });

  it('is some hundred records and dealings over more than a year, nothing later than today', () => {
    expect(plan.length).toBeGreaterThan(900);
    expect(plan.length).toBeLessThan(2500);
    const few: Record<string, number> = {
      recurrence: 2,
      folder: 2,
      document: 3,
      topic: 3,
      post: 8,
      poll: 1,
      channel: 1,
      message: 5,
    };
    for (const { object } of sampleParts)
      expect(of(object).length, object).toBeGreaterThanOrEqual(few[object] ?? 11);
    const moments = plan.flatMap(({ at, changes }) => [at, ...changes.map((change) => change.at)]);
    const endOfToday = Date.parse('2026-11-22T17:00:00Z');
    expect(Math.max(...moments.map(Number))).toBeLessThan(endOfToday);
    expect(Math.min(...moments.map(Number))).toBeLessThan(now.getTime() - 365 * dayMs);
    for (const { at, changes } of plan) {
      const order = [at, ...changes.map((change) => change.at)].map(Number);
      expect(order).toEqual(order.toSorted((a, b) => a - b));
    }
  });

  it('has leads in all states, somebody without an owner, and customers in all stages', () => {
    const last = (object: string, name: string) =>
      new Set(
        of(object).map(({ values, changes }) =>
          String(changes.findLast((change) => name in change.values)?.values[name] ?? values[name]),
        ),
      );
    expect([...last('lead', 'status')].toSorted()).toEqual([
      'contacted',
      'converted',
      'new',
      'qualified',
      'unqualified',
    ]);
    expect(last('account', 'stage').size).toBe(5);
    expect(of('lead').some(({ values }) => values['owner'] === null)).toBe(true);
  });

  it('has numbers and places that exist, and addresses that belong to nobody', () => {
    for (const code of said('taxCode'))
      expect(parseTaxCode(code), code).toMatchObject({ ok: true });
    for (const phone of said('phones'))
      expect(parsePhone(phone), phone).toMatchObject({ ok: true });
    for (const mail of said('emails')) expect(mail).toMatch(/^[a-z0-9.]+@[a-z0-9]+\.example$/);
    for (const site of said('website')) expect(site).toMatch(/^https:\/\/[a-z0-9]+\.example$/);
    const places = plan.flatMap(({ values }) =>
      [values['billingAddress'], values['deliveryAddress'], values['address']].flatMap((place) =>
        place ? [Object(place)] : [],
      ),
    );
    expect(places.length).toBeGreaterThan(50);
    for (const { wardCode, provinceCode } of places)
      expect(wardByCode(wardCode)?.provinceCode).toBe(provinceCode);
  });

  it('speaks of its people and teams only by keys that exist', () => {
    const members = company.members.map((member) => member.key);
    for (const { by, changes } of plan)
      for (const each of [by, ...changes.map((change) => change.by)])
        expect(members).toContain(each);
    const teams = company.teams.map((team) => team.key);
    for (const member of company.members)
      expect(teams).toEqual(expect.arrayContaining([...member.teams]));
    for (const { leader, parent } of company.teams) {
      expect(members).toContain(leader);
      if (parent !== undefined) expect(teams).toContain(parent);
    }
    expect(new Set(company.members.map(({ name }) => name)).size).toBe(members.length);
    expect(members.length).toBeGreaterThanOrEqual(8);
  });
});
