import { IconBell, IconHelpCircle, IconSettings } from '@tabler/icons-react';
import { openForm } from '#web/engine/form/open-form.ts';
import { useModel } from '#web/engine/model.ts';
import { UnreadMark } from '#web/engine/unread/unread-mark.tsx';
import { BottomSheet } from '#web/ui/bottom-sheet.tsx';
import { useLabel, useWords } from '#web/words/language.tsx';
import { NavLink } from './nav-link.tsx';
import classes from './phone-bar.module.css';
import { Pinned } from './pinned.tsx';
import { analysisOf, dailyOf, groupsOf, iconOf, toolsOf } from './places.ts';
import { Recent } from './recent.tsx';
import { shellWords } from './shell.words.ts';
import { useCreatable } from './use-creatable.ts';

export type Sheet = 'more' | 'create';

/** From the lower edge: what can be made, or all places. */
export function PhoneSheet({ sheet, onClose }: { sheet: Sheet | null; onClose(): void }) {
  const t = useWords(shellWords);
  return (
    <BottomSheet
      opened={sheet !== null}
      onClose={onClose}
      title={t(sheet === 'create' ? 'create' : 'more')}
    >
      <div className={classes.lines}>
        {sheet === 'create' ? <CreateLines onClose={onClose} /> : <Places />}
      </div>
    </BottomSheet>
  );
}

function CreateLines({ onClose }: { onClose(): void }) {
  const label = useLabel();
  return useCreatable().map((object) => {
    const Glyph = iconOf(object);
    return (
      <button
        key={object.key}
        type="button"
        className={classes.line}
        onClick={() => {
          onClose();
          openForm({ object: object.key });
        }}
      >
        <Glyph size={20} stroke={1.5} aria-hidden />
        {label(object.label)}
      </button>
    );
  });
}

function Places() {
  const t = useWords(shellWords);
  const label = useLabel();
  const model = useModel();
  const { ours, own } = groupsOf(model);
  return (
    <div className={classes.links}>
      {dailyOf(model).map(({ to, word, icon }) => (
        <NavLink key={to} to={to} icon={icon}>
          {t(word)}
        </NavLink>
      ))}
      {[...ours, ...own].map((object) => (
        <NavLink
          key={object.key}
          to={`/${object.path}`}
          icon={iconOf(object)}
          after={object.unread && <UnreadMark path={object.path} />}
        >
          {label(object.pluralLabel)}
        </NavLink>
      ))}
      {[...analysisOf(model), ...toolsOf(model)].map(({ to, word, icon }) => (
        <NavLink key={to} to={to} icon={icon}>
          {t(word)}
        </NavLink>
      ))}
      <NavLink to="/notices" icon={IconBell}>
        {t('notices')}
      </NavLink>
      <NavLink to="/settings" icon={IconSettings}>
        {t('settings')}
      </NavLink>
      <NavLink to="/help" icon={IconHelpCircle}>
        {t('help')}
      </NavLink>
      <Pinned />
      <Recent />
    </div>
  );
}
