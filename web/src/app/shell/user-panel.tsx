import { IconHelpCircle, IconKeyboard, IconLogout, IconUserCircle } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { languages } from '#shared/messages/language.ts';
import { useMayKeep, useMe } from '#web/engine/model.ts';
import { Keys } from '#web/ui/keys.tsx';
import { useLanguage, useWords } from '#web/words/language.tsx';
import { Choice } from './choice.tsx';
import { openKeyMap } from './palette/palette-state.ts';
import { shellWords } from './shell.words.ts';
import { useDisplay } from './use-display.ts';
import { useSignOut } from './use-sign-out.ts';
import classes from './user-panel.module.css';

/** A language is named in itself. */
const languageNames = { vi: 'Tiếng Việt', en: 'English' } as const;
const themes = ['light', 'dark', 'system'] as const;
const densities = ['normal', 'compact'] as const;
const glyph = { size: 16, stroke: 1.7, 'aria-hidden': true } as const;

export function UserPanel({ onDone }: { onDone(): void }) {
  const t = useWords(shellWords);
  const { name, email, theme, density } = useMe();
  const { language } = useLanguage();
  const display = useDisplay();
  const mayKeep = useMayKeep();
  const signOut = useSignOut();
  return (
    <>
      <div className={classes.who}>
        <strong className={classes.name}>{name}</strong>
        <span className={classes.mail}>{email}</span>
      </div>
      {mayKeep && (
        <>
          <div className={classes.part}>
            <Link
              to="/settings/$page"
              params={{ page: 'me' }}
              className={classes.line ?? ''}
              onClick={onDone}
            >
              <IconUserCircle {...glyph} />
              {t('profile')}
            </Link>
          </div>
          <div className={classes.choices}>
            <Choice
              label={t('language')}
              value={language}
              options={languages.map((value) => ({ value, label: languageNames[value] }))}
              onChange={display.setLanguage}
            />
            <Choice
              label={t('theme')}
              value={theme}
              options={themes.map((value) => ({ value, label: t(value) }))}
              onChange={(next) => display.save({ theme: next })}
            />
            <Choice
              label={t('density')}
              value={density}
              options={densities.map((value) => ({ value, label: t(value) }))}
              onChange={(next) => display.save({ density: next })}
            />
          </div>
        </>
      )}
      <div className={classes.part}>
        <Link to="/help" className={classes.line ?? ''} onClick={onDone}>
          <IconHelpCircle {...glyph} />
          {t('help')}
        </Link>
        <button
          type="button"
          className={`${classes.line} ${classes.forKeyboards}`}
          onClick={() => {
            onDone();
            openKeyMap();
          }}
        >
          <IconKeyboard {...glyph} />
          <span className={classes.grow}>{t('keys')}</span>
          <Keys caps={['?']} />
        </button>
        <button type="button" className={classes.line} onClick={() => void signOut()}>
          <IconLogout {...glyph} />
          {t('signOut')}
        </button>
      </div>
    </>
  );
}
