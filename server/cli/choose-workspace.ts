import { systemActor } from '#engine/actor.ts';
import type { Ctx } from '#engine/context.ts';
import type { Workspaces } from '#engine/workspaces.ts';
import { CommandError, UsageError } from './command.ts';

/** The workspace called `key`; without one, the only one there is. Who types commands is the system. */
export async function chooseWorkspace(workspaces: Workspaces, key?: string): Promise<Ctx> {
  const all = await Promise.all((await workspaces.list()).map((id) => workspaces.open(id)));
  const keys = all.map(({ info }) => info.key).join(', ');
  if (all.length === 0)
    throw new CommandError('there is no workspace yet; make one with: workspace create');
  if (key === undefined && all.length > 1)
    throw new UsageError(`--workspace is missing; it is one of: ${keys}.`);
  const chosen = all.find(({ info }) => key === undefined || info.key === key);
  if (!chosen) throw new CommandError(`there is no workspace ${key}; there are: ${keys}`);
  const { id, settings } = chosen.info;
  return workspaces.context(id, systemActor('command line', { ...settings, language: 'en' }));
}

/** The object called `name`, as in the model or in addresses. */
export function objectOf({ model }: Ctx, name: string): string {
  const object = model.objects.get(name) ?? model.byPath.get(name);
  if (!object)
    throw new CommandError(
      `there is no object ${name}; there are: ${[...model.objects.keys()].join(', ')}`,
    );
  return object.key;
}
