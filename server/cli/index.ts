import { createBackupCommand } from './backup-create.ts';
import { restoreBackupCommand } from './backup-restore.ts';
import { verifyBackupCommand } from './backup-verify.ts';
import type { Command } from './command.ts';
import { doctorCommand } from './doctor.ts';
import { addUserCommand } from './user-add.ts';
import { resetPasswordCommand } from './user-reset-password.ts';
import { exportCommand } from './export.ts';
import { importCommand } from './import.ts';
import { undoImportCommand } from './import-undo.ts';
import { createWorkspaceCommand } from './workspace-create.ts';
import { listWorkspacesCommand } from './workspace-list.ts';

/** Everything the command line can do: the one list. */
export const commands: readonly Command[] = [
  createWorkspaceCommand,
  listWorkspacesCommand,
  addUserCommand,
  resetPasswordCommand,
  importCommand,
  undoImportCommand,
  exportCommand,
  createBackupCommand,
  verifyBackupCommand,
  restoreBackupCommand,
  doctorCommand,
];
