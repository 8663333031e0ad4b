import { useWords } from '#web/words/language.tsx';
import { rolesWords } from './roles.words.ts';
import { scopes } from './rights.ts';
import { ScopeGlyph } from './scope-glyph.tsx';
import classes from './rights-legend.module.css';

export function RightsLegend() {
  const t = useWords(rolesWords);
  return (
    <div className={classes.legend}>
      {scopes.map((scope) => (
        <span key={scope} className={classes.each}>
          <ScopeGlyph scope={scope} />
          {t(scope)}
        </span>
      ))}
      <span className={classes.each}>
        <ScopeGlyph scope="all" only />
        {t('yes')}
      </span>
      <span className={classes.space} />
      <span className={classes.each}>
        <span className={classes.dot} />
        {t('unsaved')}
      </span>
      <span className={classes.keys}>{t('keysHint')}</span>
    </div>
  );
}
