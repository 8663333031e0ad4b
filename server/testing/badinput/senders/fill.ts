import type { World } from '../world.ts';

/** Puts the fixtures where the corpus has a name in braces. */
export function fill(world: World, value: unknown): unknown {
  const { viewer, sales2, admin } = world.people;
  const names: Record<string, string> = {
    '{known-user}': viewer.email,
    '{password}': viewer.password,
    '{PASSWORD-UPPERCASED}': viewer.password.toUpperCase(),
    '{other-user}': sales2.memberId,
    '{admin}': admin.memberId,
    '{valid-key}': viewer.key,
    '{canary}': String(world.canary.port),
  };
  const walk = (each: unknown): unknown => {
    if (typeof each === 'string')
      return each.replaceAll(/\{[\w-]+\}/g, (name) => names[name] ?? name);
    if (Array.isArray(each)) return each.map(walk);
    if (typeof each !== 'object' || each === null) return each;
    return Object.fromEntries(Object.entries(each).map(([key, inside]) => [key, walk(inside)]));
  };
  return walk(value);
}
