import { coreOn } from '../people/core-tables.ts';
import { addUser } from '../people/command-line.ts';
import { findUser } from '../people/users.ts';
import { chooseWorkspace } from './choose-workspace.ts';
import { text, type Command } from './command.ts';
import { readPassword } from './read-password.ts';
import { withInstallation } from './with-installation.ts';

export const addUserCommand: Command = {
  name: 'user add',
  usage: `--email EMAIL --name NAME [--role administrator|manager|employee] [--password PASSWORD]
         [--workspace KEY]

The role is one of these or the name of one of the company's own; employee when left out. The
password is asked for, or read from what is piped in; whoever works in another company keeps theirs.`,
  summary: 'Let somebody in.',
  operands: [],
  options: { email: text, name: text, role: text, password: text, workspace: text },
  run(input) {
    const email = input.needed('email').trim().toLowerCase();
    const name = input.needed('name');
    const role = input.text('role') ?? 'employee';
    return withInstallation(input, async ({ workspaces, database }) => {
      const ctx = await chooseWorkspace(workspaces, input.text('workspace'));
      const known = await findUser(coreOn(database.app), email);
      const password = known
        ? undefined
        : await readPassword(input.text('password'), `Password of ${email}: `);
      const made = await addUser(workspaces, ctx, {
        email,
        name,
        role,
        ...(password !== undefined && { password }),
      });
      return {
        json: { ...made, email, name, role },
        lines: [`${name} (${email}) can sign in to ${ctx.workspace.name}.`],
      };
    });
  },
};
