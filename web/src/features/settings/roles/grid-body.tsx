import { Fragment } from 'react';
import { useLabel, useWords } from '#web/words/language.tsx';
import type { Role } from '../people/people-queries.ts';
import { GridCell } from './grid-cell.tsx';
import { rolesWords } from './roles.words.ts';
import { isSameCell, scopeOf, verbs, type Scope } from './rights.ts';
import { isYesOrNo, type GridRow } from './rows.ts';
import type { Cell } from './use-grid-keys.ts';
import type { RightsDraft } from './use-rights-draft.ts';
import classes from './rights-grid.module.css';

interface Props {
  rows: readonly GridRow[];
  roles: readonly Role[];
  draft: RightsDraft;
  stop: Cell;
  open: Cell | null;
}

export function GridBody({ rows, roles, draft, stop, open }: Props) {
  const t = useWords(rolesWords);
  const label = useLabel();
  const nameOf = ({ object }: GridRow) => (object ? label(object.pluralLabel) : t('everything'));
  const is = (at: Cell | null, row: number, column: number) =>
    at?.row === row && at.column === column;
  return (
    <tbody>
      {rows.map((row, index) => (
        <Fragment key={row.key}>
          {row.group !== rows[index - 1]?.group && (
            <tr className={classes.group}>
              <th scope="rowgroup" colSpan={roles.length * verbs.length + 1}>
                <span>{t(row.group)}</span>
              </th>
            </tr>
          )}
          <tr>
            <th scope="row" className={classes.object}>
              {nameOf(row)}
            </th>
            {roles.flatMap((role, roleIndex) =>
              verbs.map((verb, verbIndex) => {
                const column = roleIndex * verbs.length + verbIndex;
                const rights = draft.rightsOf(role);
                const only = isYesOrNo(row, verb);
                const scope: Scope = role.administrator ? 'all' : scopeOf(rights, row.key, verb);
                const isChanged = !isSameCell(role.rights, rights, row.key, verb);
                return (
                  <GridCell
                    key={`${role.id}.${verb}`}
                    row={index}
                    column={column}
                    scope={scope}
                    isYesOrNo={only}
                    isChanged={isChanged}
                    isLocked={role.administrator}
                    isFirst={verbIndex === 0}
                    isStop={is(stop, index, column)}
                    isOpen={is(open, index, column)}
                    label={t(isChanged ? 'cellUnsaved' : 'cell', {
                      role: role.name,
                      verb: t(`${verb}Word`),
                      object: nameOf(row),
                      scope: t(only && scope !== 'none' ? 'yes' : scope),
                    })}
                  />
                );
              }),
            )}
          </tr>
        </Fragment>
      ))}
    </tbody>
  );
}
