import { Button, VisuallyHidden } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useLabel, useWords } from '#web/words/language.tsx';
import { keptSections } from './drafted.ts';
import { FieldLine } from './field-line.tsx';
import { freeKey } from '#web/engine/new-names.ts';
import { objectsWords } from './objects.words.ts';
import { moveSection, placeField, stepField, type Sections } from './places.ts';
import { SectionHead, sectionId } from './section-head.tsx';
import { DropEnd, Sortable } from './sortable.tsx';
import type { Design } from './use-design.ts';
import classes from './sections-design.module.css';

interface Props {
  design: Design;
  /** Opens the panel: of a field by key, or of a new one in a section. */
  onOpen(field: string): void;
  onAdd(section: string | undefined): void;
  onArchive(field: string): void;
}

const endOf = (section: string) => `end ${section}`;
const hiddenList = 'hidden';
const last = Number.POSITIVE_INFINITY;

/** The fields in the sections of page and form: dragged between them, or moved by keys. */
export function SectionsDesign({ design, onOpen, onAdd, onArchive }: Props) {
  const t = useWords(objectsWords);
  const label = useLabel();
  const { now, place, sayOfLayout } = design;
  const { sections } = now;
  const { hidden } = now.layout;
  const [said, setSaid] = useState('');
  const nameOf = (key: string) => {
    const field = now.object.field.get(key);
    return field ? label(field.label) : key;
  };
  const move = (next: Sections, key: string) => {
    place(next);
    const into = next.find(({ fields }) => fields.includes(key));
    if (into)
      setSaid(
        t('moved', {
          name: nameOf(key),
          section: label(into.label),
          at: into.fields.indexOf(key) + 1,
        }),
      );
  };
  const drop = (key: string, onto: string) => {
    if (onto === endOf(hiddenList)) {
      hide(key);
      return;
    }
    const into = sections.find(
      (section) =>
        [endOf(section.key), sectionId(section.key)].includes(onto) ||
        section.fields.includes(onto),
    );
    if (!into) return;
    const section = sections.find((each) => sectionId(each.key) === key);
    if (section) {
      place(moveSection(sections, section.key, into.key));
      return;
    }
    const isOnHead = onto === sectionId(into.key);
    const found = isOnHead ? 0 : into.fields.indexOf(onto);
    const at = found < 0 ? into.fields.length : found;
    if (hidden.includes(key)) show(key, into.key, at);
    else move(placeField(sections, key, into.key, at), key);
  };
  const hide = (key: string) => sayOfLayout({ hidden: [...hidden, key] });
  const show = (key: string, into = sections.at(-1)?.key, at = last) =>
    sayOfLayout({
      hidden: hidden.filter((each) => each !== key),
      ...(into !== undefined && {
        sections: keptSections(placeField(sections, key, into, at), design.setting.sections),
      }),
    });
  const addSection = () => {
    const key = freeKey('section', new Set(sections.map((each) => each.key)));
    place([...sections, { key, label: { vi: t('newSection'), en: t('newSection') }, fields: [] }]);
  };
  return (
    <Sortable onDrop={drop}>
      {sections.map((section, at) => (
        <section key={section.key} className={classes.section} aria-label={label(section.label)}>
          <SectionHead section={section} sections={sections} at={at} onChange={place} />
          <ul className={classes.fields}>
            {section.fields.map((key) => (
              <FieldLine
                key={key}
                design={design}
                field={key}
                name={nameOf(key)}
                section={section.key}
                onOpen={() => onOpen(key)}
                onStep={(step) => move(stepField(sections, key, step), key)}
                onMove={(into) => move(placeField(sections, key, into, last), key)}
                onHide={() => hide(key)}
                onArchive={() => onArchive(key)}
              />
            ))}
          </ul>
          <DropEnd id={endOf(section.key)}>
            {section.fields.length === 0 && <p className={classes.none}>{t('dropHere')}</p>}
            <Button
              variant="subtle"
              color="gray"
              size="compact-sm"
              leftSection={<IconPlus size={14} stroke={1.7} />}
              aria-label={t('addFieldTo', { name: label(section.label) })}
              onClick={() => onAdd(section.key)}
            >
              {t('addField')}
            </Button>
          </DropEnd>
        </section>
      ))}
      <Button
        variant="subtle"
        color="gray"
        size="compact-sm"
        className={classes.start ?? ''}
        leftSection={<IconPlus size={14} stroke={1.7} />}
        onClick={addSection}
      >
        {t('addSection')}
      </Button>
      {hidden.length > 0 && (
        <section className={classes.section} aria-label={t('hidden')}>
          <h3 className={classes.title}>{t('hidden')}</h3>
          <p className={classes.none}>{t('hiddenText')}</p>
          <ul className={classes.fields}>
            {hidden.map((key) => (
              <FieldLine
                key={key}
                design={design}
                field={key}
                name={nameOf(key)}
                onOpen={() => onOpen(key)}
                onStep={() => undefined}
                onShow={() => show(key)}
                onArchive={() => onArchive(key)}
              />
            ))}
          </ul>
          <DropEnd id={endOf(hiddenList)}>{null}</DropEnd>
        </section>
      )}
      <VisuallyHidden role="status">{said}</VisuallyHidden>
    </Sortable>
  );
}
