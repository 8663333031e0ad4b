import { ActionIcon, Button, Menu, Popover, TextInput } from '@mantine/core';
import {
  IconArrowNarrowDown,
  IconArrowNarrowUp,
  IconDots,
  IconPencil,
  IconX,
} from '@tabler/icons-react';
import { useState } from 'react';
import type { LayoutSection } from '#shared/page-layout.ts';
import { useLabel, useWords } from '#web/words/language.tsx';
import { objectsWords } from './objects.words.ts';
import { dropSection, stepSection, type Sections } from './places.ts';
import { SortLine } from './sortable.tsx';
import classes from './sections-design.module.css';

interface Props {
  section: LayoutSection;
  sections: Sections;
  at: number;
  onChange(sections: Sections): void;
}

const icon = { size: 16, stroke: 1.7 };

/** Fields and sections are dragged over the same ground. */
export const sectionId = (key: string): string => `section ${key}`;

/** Name of a section: changed in place, moved, taken away without its fields. */
export function SectionHead({ section, sections, at, onChange }: Props) {
  const t = useWords(objectsWords);
  const label = useLabel();
  const [isNaming, setNaming] = useState(false);
  const name = label(section.label);
  const called = (vi: string, en: string) =>
    onChange(sections.with(at, { ...section, label: { vi: vi || en, en: en || vi } }));
  return (
    <SortLine
      as="div"
      id={sectionId(section.key)}
      name={name}
      className={classes.head}
      onStep={(step) => onChange(stepSection(sections, section.key, step))}
    >
      <Popover opened={isNaming} onChange={setNaming} position="bottom-start" trapFocus>
        <Popover.Target>
          <h3 className={classes.title}>{name}</h3>
        </Popover.Target>
        <Popover.Dropdown>
          <NameForm
            section={section}
            onName={(vi, en) => {
              called(vi, en);
              setNaming(false);
            }}
          />
        </Popover.Dropdown>
      </Popover>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon aria-label={t('moreOfSection', { name })}>
            <IconDots {...icon} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconPencil {...icon} />} onClick={() => setNaming(true)}>
            {t('renameSection')}
          </Menu.Item>
          {at > 0 && (
            <Menu.Item
              leftSection={<IconArrowNarrowUp {...icon} />}
              onClick={() => onChange(stepSection(sections, section.key, -1))}
            >
              {t('up')}
            </Menu.Item>
          )}
          {at < sections.length - 1 && (
            <Menu.Item
              leftSection={<IconArrowNarrowDown {...icon} />}
              onClick={() => onChange(stepSection(sections, section.key, 1))}
            >
              {t('down')}
            </Menu.Item>
          )}
          {sections.length > 1 && (
            <Menu.Item
              leftSection={<IconX {...icon} />}
              onClick={() => onChange(dropSection(sections, section.key))}
            >
              {t('removeSection')}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
    </SortLine>
  );
}

interface NameProps {
  section: LayoutSection;
  onName(vi: string, en: string): void;
}

function NameForm({ section, onName }: NameProps) {
  const t = useWords(objectsWords);
  const [vi, setVi] = useState(section.label.vi);
  const [en, setEn] = useState(section.label.en);
  return (
    <form
      className={classes.naming}
      onSubmit={(event) => {
        event.preventDefault();
        if (vi.trim() !== '' || en.trim() !== '') onName(vi.trim(), en.trim());
      }}
    >
      <TextInput
        label={t('labelVi')}
        data-autofocus
        value={vi}
        onChange={(event) => setVi(event.currentTarget.value)}
      />
      <TextInput
        label={t('labelEn')}
        value={en}
        onChange={(event) => setEn(event.currentTarget.value)}
      />
      <Button type="submit">{t('done')}</Button>
    </form>
  );
}
