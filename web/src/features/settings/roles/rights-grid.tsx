import { useRef, useState, type MouseEvent } from 'react';
import { useModel } from '#web/engine/model.ts';
import { useLabel, useWords } from '#web/words/language.tsx';
import type { Role } from '../people/people-queries.ts';
import { GridHead } from './grid-head.tsx';
import { GridBody } from './grid-body.tsx';
import { gridRows, keyChoice } from './rows.ts';
import { rolesWords } from './roles.words.ts';
import { withCell, withoutLine, type Scope, verbs } from './rights.ts';
import { ScopeMenu } from './scope-menu.tsx';
import { useGridKeys, type Cell } from './use-grid-keys.ts';
import type { RightsDraft } from './use-rights-draft.ts';
import classes from './rights-grid.module.css';

interface Props {
  roles: readonly Role[];
  draft: RightsDraft;
  /** How many people have a role. */
  peopleOf: (role: Role) => number;
  /** Heads with names and what can be done with a role; not on the page of one role. */
  heads?: boolean;
}

/** Objects down, roles and what they may do across; each cell says with which records. */
export function RightsGrid({ roles, draft, peopleOf, heads = false }: Props) {
  const t = useWords(rolesWords);
  const label = useLabel();
  const model = useModel();
  const rows = gridRows(model);
  const grid = useRef<HTMLTableElement>(null);
  const [open, setOpen] = useState<Cell | null>(null);

  const cellAt = ({ row, column }: Cell) => {
    const role = roles[Math.floor(column / verbs.length)];
    const verb = verbs[column % verbs.length];
    const line = rows[row];
    return role && verb && line ? { role, verb, row: line } : undefined;
  };
  const set = (at: Cell, scope: Scope | 'others') => {
    const cell = cellAt(at);
    if (!cell || cell.role.administrator) return;
    const { role, verb, row } = cell;
    const rights = draft.rightsOf(role);
    draft.change(
      role,
      scope === 'others' ? withoutLine(rights, row.key) : withCell(rights, row.key, verb, scope),
    );
  };
  const keys = useGridKeys({
    grid,
    rows: rows.length,
    columns: roles.length * verbs.length,
    press: (at, digit) => {
      const cell = cellAt(at);
      const choice = cell && keyChoice(cell.row, cell.verb, digit);
      if (choice) set(at, choice);
    },
  });
  const openMenu = (event: MouseEvent) => {
    const at = keys.cellOf(event.target);
    if (!at) return;
    keys.setStop(at);
    if (!cellAt(at)?.role.administrator) setOpen(at);
  };
  const chosen = open && cellAt(open);
  return (
    // The cells are the buttons; what they hear is heard here, once for all of them.
    <div
      role="presentation"
      className={`${classes.scroll} ${heads ? '' : classes.whole}`}
      onKeyDown={keys.onKeyDown}
      onClick={openMenu}
    >
      <table ref={grid} aria-label={t('gridLabel')} className={classes.grid}>
        <GridHead roles={roles} peopleOf={peopleOf} heads={heads} />
        <GridBody rows={rows} roles={roles} draft={draft} stop={keys.stop} open={open} />
      </table>
      {open && chosen && (
        <ScopeMenu
          {...chosen}
          target={keys.element(open)}
          rights={draft.rightsOf(chosen.role)}
          people={peopleOf(chosen.role)}
          objectName={chosen.row.object ? label(chosen.row.object.pluralLabel) : t('everyRecord')}
          onChoose={(scope) => set(open, scope)}
          onClose={() => setOpen(null)}
        />
      )}
    </div>
  );
}
