import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { notFound } from '#shared/errors.ts';
import {
  countries,
  findFormerWards,
  formerNames,
  parseAddressText,
  provinceByCode,
  provinces,
  regionOf,
  searchUnits,
  shortNames,
  wardByCode,
  wardsOf,
  type Province,
} from '#server/modules/geography/index.ts';
import { commaList, noQuery, wholeNumber } from '../query-input.ts';

const province = z.strictObject({
  code: z.string(),
  name: z.string(),
  fullName: z.string(),
  kind: z.enum(['city', 'province']),
  region: z.enum(['north', 'central', 'south']),
});
const provinceByNames = province.extend({
  formerNames: z.array(z.string()),
  shortNames: z.array(z.string()),
});
const ward = z.strictObject({
  code: z.string(),
  name: z.string(),
  fullName: z.string(),
  kind: z.enum(['ward', 'commune', 'specialZone']),
  provinceCode: z.string(),
});
const country = z.strictObject({
  code: z.string(),
  name: z.strictObject({ vi: z.string(), en: z.string() }),
});
const parsedAddress = z.strictObject({
  line1: z.string(),
  province: province.nullable(),
  candidates: z.array(
    z.strictObject({
      province,
      ward,
      reason: z.enum(['currentWard', 'oldWard', 'oldDistrict']),
      whole: z.boolean(),
    }),
  ),
});
const itemsOf = <T extends z.ZodType>(item: T) => z.strictObject({ items: z.array(item) });

/** Provinces, wards and countries, and what a pasted address probably means today. */
export function registerPlacesRoutes(server: FastifyInstance): void {
  const app = server.withTypeProvider<ZodTypeProvider>();

  app.get(
    '/api/v1/places/provinces',
    { schema: { querystring: noQuery, response: { 200: itemsOf(provinceByNames) } } },
    () => ({
      items: provinces().map((each) => ({
        ...present(each),
        formerNames: formerNames(each.code, each.name),
        shortNames: shortNames(each.code),
      })),
    }),
  );

  app.get(
    '/api/v1/places/wards',
    {
      schema: {
        querystring: z.strictObject({ codes: commaList(200) }),
        response: { 200: itemsOf(z.strictObject({ province, ward })) },
      },
    },
    ({ query: { codes } }) => ({
      items: codes.flatMap((code) => {
        const found = wardByCode(code);
        const within = found && provinceByCode(found.provinceCode);
        return within ? [{ province: present(within), ward: found }] : [];
      }),
    }),
  );

  app.get(
    '/api/v1/places/provinces/:code/wards',
    {
      schema: {
        params: z.strictObject({ code: z.string() }),
        querystring: noQuery,
        response: { 200: itemsOf(ward) },
      },
    },
    ({ params: { code } }) => {
      if (!provinceByCode(code)) throw notFound();
      return { items: [...wardsOf(code)] };
    },
  );

  app.get(
    '/api/v1/places/countries',
    { schema: { querystring: noQuery, response: { 200: itemsOf(country) } } },
    () => ({ items: [...countries()] }),
  );

  app.get(
    '/api/v1/places/search',
    {
      schema: {
        querystring: z.strictObject({
          q: z.string().min(1).max(200),
          limit: wholeNumber(1, 100).exactOptional(),
        }),
        response: {
          200: itemsOf(
            // `was`: found by the name it had before July 2025.
            z.strictObject({ province, ward: ward.nullable(), was: z.string().nullable() }),
          ),
        },
      },
    },
    ({ query: { q, limit = 20 } }) => {
      const today = searchUnits(q, limit);
      const former = findFormerWards(q, limit - today.length);
      return {
        items: [
          ...today.map((hit) => ({ ...hit, ward: hit.ward ?? null, was: null })),
          ...former,
        ].map((hit) => ({ ...hit, province: present(hit.province) })),
      };
    },
  );

  app.post(
    '/api/v1/places/parse',
    {
      // It changes nothing; an address is too long and too private for a query.
      config: { scope: 'read' },
      schema: {
        querystring: noQuery,
        body: z.strictObject({ text: z.string().min(1).max(500) }),
        response: { 200: parsedAddress },
      },
    },
    ({ body: { text } }) => {
      const parsed = parseAddressText(text);
      return {
        line1: parsed.line1,
        province: parsed.province ? present(parsed.province) : null,
        candidates: parsed.candidates.map((each) => ({
          ...each,
          province: present(each.province),
        })),
      };
    },
  );
}

const present = (each: Province) => ({ ...each, region: regionOf(each.code) });
