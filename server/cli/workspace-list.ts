import type { Command } from './command.ts';
import { withInstallation } from './with-installation.ts';

export const listWorkspacesCommand: Command = {
  name: 'workspace list',
  usage: '',
  summary: 'List the companies.',
  operands: [],
  options: {},
  run: (input) =>
    withInstallation(input, async ({ workspaces }) => {
      const all = await Promise.all((await workspaces.list()).map((id) => workspaces.open(id)));
      const list = all.map(({ info: { id, key, name, settings }, directory }) => ({
        id,
        key,
        name,
        language: settings.language,
        currency: settings.currency,
        timeZone: settings.timeZone,
        members: [...directory.members.values()].filter(({ active }) => active).length,
      }));
      return {
        json: list,
        lines: list.map(({ key, name, members }) => `${key}  ${name}  ${members} members`),
      };
    }),
};
