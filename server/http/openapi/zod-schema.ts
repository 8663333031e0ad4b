import { z } from 'zod';
import type { JsonSchema } from '#shared/fields/kind.ts';

const inputs = new WeakMap<z.ZodType, JsonSchema>();
const outputs = new WeakMap<z.ZodType, JsonSchema>();

/** A route's schema as JSON Schema, converted once. Anything that is no zod schema says nothing. */
export function zodSchema(schema: unknown, io: 'input' | 'output'): JsonSchema | undefined {
  if (!(schema instanceof z.ZodType)) return undefined;
  const kept = io === 'input' ? inputs : outputs;
  const known = kept.get(schema);
  if (known) return known;
  const { $schema: _, ...made } = z.toJSONSchema(schema, {
    io,
    target: 'draft-2020-12',
    // Checks in code have no form in JSON Schema; what the engine checks is described per object.
    unrepresentable: 'any',
    reused: 'inline',
  });
  kept.set(schema, made);
  return made;
}
