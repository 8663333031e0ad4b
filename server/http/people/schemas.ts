import { z } from 'zod';
import { isTimeZone } from '#shared/locale/time-zone.ts';
import { densities, mapEvents, mostFavourites, themes } from '#shared/personal.ts';
import { keyScopes } from '#server/people/identity.ts';
import { scopes } from '#engine/directory.ts';

/** One line of text that a person is known by; a line break would end up in a mail's header. */
export const nameSchema = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .refine((text) => !/[\p{Cc}\u2028\u2029]/u.test(text), { params: { code: 'badCharacter' } });

/** Exactly one address, in lower case as it is stored. */
export const emailSchema = z.email().max(254).toLowerCase();

/** Looked at no closer: the rules for passwords are in people/check-password.ts. */
export const passwordSchema = z.string().min(1).max(1024);

export const languageSchema = z.enum(['vi', 'en']);

export const timeZoneSchema = z
  .string()
  .max(64)
  .refine(isTimeZone, { params: { code: 'badTimeZone' } });

export const idParams = z.strictObject({ id: z.uuid() });

export const keyScopeSchema = z.enum(keyScopes);

const scopeSchema = z.enum(scopes);
export const rightsSchema = z.record(
  z.string().max(80),
  z.strictObject({
    read: scopeSchema,
    create: z.boolean(),
    update: scopeSchema,
    delete: scopeSchema,
    export: z.boolean(),
    import: z.boolean(),
    fields: z.record(z.string().max(80), z.enum(['hidden', 'read'])).exactOptional(),
  }),
);

/** An address of the API. */
const pictureSchema = z.string().nullable();

export const memberSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  roleId: z.string(),
  teamIds: z.array(z.string()),
  active: z.boolean(),
  /** Invited, and has not accepted yet. */
  pending: z.boolean(),
  /** Came with the sample company, and goes with it. */
  sample: z.boolean(),
  language: languageSchema,
  timeZone: z.string().nullable(),
  picture: pictureSchema,
  createdAt: z.string(),
  deactivatedAt: z.string().nullable(),
  /** Told to administrators; null for others, and for who has not been here yet. */
  lastSeenAt: z.string().nullable(),
});

/** A time of day, `HH:MM`. */
const clockSchema = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const digestSchema = z.strictObject({ on: z.boolean(), at: clockSchema });
const quietSchema = z.strictObject({ on: z.boolean(), from: clockSchema, to: clockSchema });

/** The company, and what holds where a member chose nothing else. */
export const companySchema = z.strictObject({
  id: z.string(),
  key: z.string(),
  name: z.string(),
  language: languageSchema,
  currency: z.string(),
  timeZone: z.string(),
});

export const meSchema = z.strictObject({
  id: z.string(),
  userId: z.string(),
  name: z.string(),
  email: z.string(),
  language: languageSchema,
  /** The person's own; null: the workspace's. */
  timeZone: z.string().nullable(),
  role: z.strictObject({ id: z.string(), name: z.string(), administrator: z.boolean() }),
  teamIds: z.array(z.string()),
  twoFactor: z.boolean(),
  scopes: z.array(keyScopeSchema),
  workspace: companySchema,
  /** Where else the person works. */
  workspaces: z.array(z.strictObject({ id: z.string(), key: z.string(), name: z.string() })),
  theme: z.enum(themes),
  density: z.enum(densities),
  favourites: z.array(
    z.strictObject({
      object: z.string(),
      id: z.string().exactOptional(),
      view: z.string().exactOptional(),
      /** Of a record or a saved view; null when it cannot be seen (any more). */
      title: z.string().nullable(),
    }),
  ),
  notifications: z.strictObject(
    mapEvents(() => z.strictObject({ app: z.boolean(), push: z.boolean(), email: z.boolean() })),
  ),
  digest: digestSchema,
  quietHours: quietSchema,
  picture: pictureSchema,
  /** Whoever is shown above is only looked with: who looks, and the role whose rights hold. */
  preview: z
    .strictObject({
      by: z.strictObject({ id: z.string(), title: z.string() }),
      role: z.strictObject({ id: z.string(), name: z.string() }),
    })
    .nullable(),
});

export const personalPatch = {
  theme: z.enum(themes).exactOptional(),
  density: z.enum(densities).exactOptional(),
  favourites: z
    .array(
      z.strictObject({
        object: z.string().max(80),
        id: z.uuid().exactOptional(),
        view: z.string().min(1).max(80).exactOptional(),
      }),
    )
    .max(mostFavourites)
    .exactOptional(),
  notifications: z
    .strictObject(
      mapEvents(() =>
        z
          .strictObject({
            app: z.boolean().exactOptional(),
            push: z.boolean().exactOptional(),
            email: z.boolean().exactOptional(),
          })
          .exactOptional(),
      ),
    )
    .exactOptional(),
  digest: digestSchema.exactOptional(),
  quietHours: quietSchema.exactOptional(),
};

export const teamSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  parentId: z.string().nullable(),
  leaderId: z.string().nullable(),
});

export const roleSchema = z.strictObject({
  id: z.string(),
  key: z.string(),
  name: z.string(),
  administrator: z.boolean(),
  rights: rightsSchema,
});

export const signedInSchema = z.strictObject({
  /** A code is asked for next. */
  twoFactor: z.boolean(),
  /** Where to go on: a path of this site. */
  next: z.string(),
});
