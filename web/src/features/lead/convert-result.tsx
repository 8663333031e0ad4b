import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useModel } from '#web/engine/model.ts';
import { titleOf } from '#web/engine/records/title.ts';
import { StatusGlyph } from '#web/ui/status-glyph.tsx';
import { PanelBody, PanelFoot } from '#web/ui/side-panel.tsx';
import { useLabel, useLanguage, useWords } from '#web/words/language.tsx';
import type { Converted } from './convert-form.tsx';
import classes from './convert-lead.module.css';
import { leadWords } from './lead.words.ts';

/** Where the lead went, each a step away. */
export function ConvertResult({ made, onClose }: { made: Converted; onClose(): void }) {
  const t = useWords(leadWords);
  const label = useLabel();
  const { language } = useLanguage();
  const { byKey } = useModel();
  const records = (['account', 'contact'] as const).flatMap((key) => {
    const object = byKey.get(key);
    const record = made[key];
    return object && record ? [{ object, record }] : [];
  });
  return (
    <>
      <PanelBody>
        {records.map(({ object, record }) => (
          <div key={record.id} className={classes.made}>
            <StatusGlyph tone="ok" />
            <span>
              <span className={classes.what}>{label(object.label)}</span>
              <Link
                to="/$objects/$id"
                params={{ objects: object.path, id: record.id }}
                className={classes.link ?? ''}
                onClick={onClose}
              >
                {titleOf(object, record, language)}
              </Link>
            </span>
          </div>
        ))}
        <p className={classes.text}>{t('kept')}</p>
      </PanelBody>
      <PanelFoot>
        <Button onClick={onClose} data-autofocus>
          {t('close')}
        </Button>
      </PanelFoot>
    </>
  );
}
