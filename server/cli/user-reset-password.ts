import { coreOn } from '../people/core-tables.ts';
import { resetUserPassword } from '../people/command-line.ts';
import { findUser } from '../people/users.ts';
import { CommandError, text, type Command } from './command.ts';
import { readPassword } from './read-password.ts';
import { withInstallation } from './with-installation.ts';

export const resetPasswordCommand: Command = {
  name: 'user reset-password',
  usage: `--email EMAIL [--password PASSWORD]

The password is asked for, or read from what is piped in, when the option is left out. Every session
of the person ends.`,
  summary: 'Give somebody a new password.',
  operands: [],
  options: { email: text, password: text },
  run(input) {
    const email = input.needed('email').trim().toLowerCase();
    return withInstallation(input, async ({ database }) => {
      const core = coreOn(database.app);
      if (!(await findUser(core, email))) throw new CommandError(`nobody signs in as ${email}`);
      const password = await readPassword(input.text('password'), `New password of ${email}: `);
      await resetUserPassword(core, { email, password });
      return { json: { email }, lines: [`${email} has a new password; their sessions ended.`] };
    });
  },
};
