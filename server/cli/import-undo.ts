import { eachProblem, runImportNow, undoImport } from '#engine/transfer/import/index.ts';
import { chooseWorkspace } from './choose-workspace.ts';
import { text, type Command } from './command.ts';
import { describeProblem } from './describe-import.ts';
import { withInstallation } from './with-installation.ts';

export const undoImportCommand: Command = {
  name: 'import undo',
  usage: `ID [--workspace KEY]

Removes the records it made and gives those it changed their values back, where nobody has changed
them since. Once only.`,
  summary: 'Take an import back.',
  operands: ['ID'],
  options: { workspace: text },
  run: (input) =>
    withInstallation(input, async ({ workspaces }) => {
      const ctx = await chooseWorkspace(workspaces, input.text('workspace'));
      const id = input.operand('ID');
      await undoImport(ctx, id, { here: true });
      const done = await runImportNow(ctx, id);
      const problems = await Array.fromAsync(eachProblem(ctx, id, 'undo'));
      const { removed, restored, kept } = done.counts.undo ?? { removed: 0, restored: 0, kept: 0 };
      return {
        json: { ...done, problems },
        lines: [
          `${removed} removed, ${restored} as before, ${kept} kept because somebody changed them`,
          ...problems.map(describeProblem),
        ],
        failed: done.state !== 'undone',
      };
    }),
};
