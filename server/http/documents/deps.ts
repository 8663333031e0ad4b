import type { Workspaces } from '#engine/workspaces.ts';
import type { Presence } from '#server/people/presence.ts';
import type { Contexts } from '../context.ts';

export interface DocumentDeps {
  contexts: Contexts;
  workspaces: Workspaces;
  /** Tells when somebody who sends a file is not let in any more. */
  presence?: Presence | undefined;
}
