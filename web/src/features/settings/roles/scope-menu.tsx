import { Popover } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import type { KeyboardEvent } from 'react';
import { useModel } from '#web/engine/model.ts';
import { useLabel, useWords } from '#web/words/language.tsx';
import type { Role } from '../people/people-queries.ts';
import { rolesWords } from './roles.words.ts';
import { everything, scopeOf, type RoleRights, type Scope, type Verb } from './rights.ts';
import { choicesOf, isYesOrNo, type GridRow } from './rows.ts';
import { ScopeGlyph } from './scope-glyph.tsx';
import classes from './scope-menu.module.css';

interface Props {
  role: Role;
  row: GridRow;
  verb: Verb;
  rights: RoleRights;
  people: number;
  objectName: string;
  /** The cell it hangs from. */
  target: HTMLElement | null | undefined;
  onChoose: (scope: Scope | 'others') => void;
  onClose: () => void;
}

/** What a cell can be, in words, and whom it is about. */
export function ScopeMenu(props: Props) {
  const { role, row, verb, rights, people, objectName, target, onChoose, onClose } = props;
  const t = useWords(rolesWords);
  const words = useScopeWords(row, verb, objectName);
  if (!target) return null;
  const now = scopeOf(rights, row.key, verb);
  const isChosen = (scope: Scope) =>
    isYesOrNo(row, verb) ? (scope === 'none') === (now === 'none') : scope === now;
  const close = () => {
    onClose();
    target.focus();
  };
  const choose = (scope: Scope | 'others') => {
    onChoose(scope);
    close();
  };
  const title = t('menuLabel', { role: role.name, verb: t(`${verb}Word`), object: objectName });
  const place = {
    left: target.offsetParent instanceof HTMLElement ? target.offsetParent.offsetLeft : 0,
    top: target.offsetParent instanceof HTMLElement ? target.offsetParent.offsetTop : 0,
    width: target.offsetWidth,
    height: target.offsetHeight,
  };
  return (
    <Popover opened onChange={close} trapFocus withRoles={false} width={264}>
      <Popover.Target>
        <span className={classes.anchor} style={place} />
      </Popover.Target>
      <Popover.Dropdown className={classes.menu ?? ''} role="dialog" aria-label={title}>
        <div role="menu" tabIndex={-1} aria-label={title} onKeyDown={walk}>
          {choicesOf(row, verb).map((scope) => (
            <button
              key={scope}
              type="button"
              role="menuitemradio"
              aria-checked={isChosen(scope)}
              data-autofocus={isChosen(scope) || undefined}
              className={classes.item}
              onClick={() => choose(scope)}
            >
              <ScopeGlyph scope={scope} only={isYesOrNo(row, verb)} />
              <span className={classes.name}>{words.name(scope)}</span>
              {isChosen(scope) && <IconCheck size={16} stroke={1.7} aria-hidden />}
              <span className={classes.text}>{words.text(scope)}</span>
            </button>
          ))}
          {row.key !== everything && rights[row.key] !== undefined && (
            <button
              type="button"
              role="menuitem"
              className={`${classes.item} ${classes.others}`}
              onClick={() => choose('others')}
            >
              <span className={classes.name}>{t('likeOthers', { line: t('everything') })}</span>
            </button>
          )}
        </div>
        <p className={classes.people}>{t('affects', { count: people })}</p>
      </Popover.Dropdown>
    </Popover>
  );
}

function useScopeWords(row: GridRow, verb: Verb, object: string) {
  const t = useWords(rolesWords);
  const label = useLabel();
  const model = useModel();
  const reach = row.object?.reach;
  const parent = typeof reach === 'object' ? parentOf(row, reach.through) : undefined;
  const parentName = model.byKey.get(parent ?? '')?.pluralLabel;
  const params = { verb: t(`${verb}Word`), object: row.object ? lower(object) : object };
  const says = {
    none: 'sayNone',
    own: 'sayOwn',
    team: 'sayTeam',
    below: 'sayBelow',
    all: 'sayAll',
  } as const;
  return {
    name: (scope: Scope) => t(isYesOrNo(row, verb) && scope !== 'none' ? 'yes' : scope),
    text: (scope: Scope) => {
      if (scope === 'none' || !isYesOrNo(row, verb)) return upper(t(says[scope], params));
      const isWithin = parentName && (verb === 'read' || verb === 'update' || verb === 'delete');
      return isWithin ? t('sayThrough', { parent: lower(label(parentName)) }) : t('sayYes', params);
    },
  };
}

function parentOf({ object }: GridRow, through: string): string | undefined {
  const field = object?.field.get(through);
  return field?.kind === 'relation' ? field.to : undefined;
}

const upper = (text: string): string => text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);
const lower = (text: string): string => text.charAt(0).toLocaleLowerCase('vi') + text.slice(1);

function walk(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  event.preventDefault();
  const items = [...event.currentTarget.querySelectorAll<HTMLElement>('button')];
  const at = items.findIndex((item) => item === document.activeElement);
  const step = event.key === 'ArrowDown' ? 1 : -1;
  items.at((at + step) % items.length)?.focus();
}
