import { ActionIcon, Menu } from '@mantine/core';
import {
  IconArchive,
  IconArrowRight,
  IconDots,
  IconEye,
  IconEyeOff,
  IconPencil,
  IconX,
} from '@tabler/icons-react';
import { useLabel, useWords } from '#web/words/language.tsx';
import { dropField } from './draft.ts';
import { isNamedKind, kindWords } from './kinds.words.ts';
import { objectsWords } from './objects.words.ts';
import { SortLine } from './sortable.tsx';
import type { Design } from './use-design.ts';
import classes from './sections-design.module.css';

interface Props {
  design: Design;
  field: string;
  name: string;
  /** Where it stands; undefined when it is hidden. */
  section?: string;
  onOpen(): void;
  onStep(step: 1 | -1): void;
  onMove?(section: string): void;
  onHide?(): void;
  onShow?(): void;
  onArchive(): void;
}

const icon = { size: 16, stroke: 1.7 };

/** A field in the structure: what it is, and what can be done with it. */
export function FieldLine(props: Props) {
  const { design, field: key, name, section, onOpen, onStep, onMove, onHide, onShow } = props;
  const t = useWords(objectsWords);
  const k = useWords(kindWords);
  const label = useLabel();
  const { now } = design;
  const field = now.byKey.get(key);
  const kind = now.object.field.get(key)?.kind ?? '';
  const isNeeded = field?.required === true && field.default === undefined;
  const others = now.sections.filter((each) => each.key !== section);
  return (
    <SortLine id={key} name={name} onStep={onStep}>
      {field ? (
        <button type="button" className={classes.name} onClick={onOpen}>
          {name}
        </button>
      ) : (
        <span className={classes.plain}>{name}</span>
      )}
      <span className={classes.meta}>
        {[
          isNamedKind(kind) ? k(kind) : kind,
          field?.required === true && t('required'),
          now.layout.required.includes(key) && field?.required !== true && t('requiredOfRole'),
          field?.unique === true && t('unique'),
          key === now.title && t('isTitle'),
        ]
          .filter(Boolean)
          .join(' · ')}
        {field?.isNew === true && <span className={classes.fresh}> · {t('notSaved')}</span>}
      </span>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon aria-label={t('moreOfField', { name })}>
            <IconDots {...icon} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {field && (
            <Menu.Item leftSection={<IconPencil {...icon} />} onClick={onOpen}>
              {t('change')}
            </Menu.Item>
          )}
          {onMove &&
            others.map((each) => (
              <Menu.Item
                key={each.key}
                leftSection={<IconArrowRight {...icon} />}
                onClick={() => onMove(each.key)}
              >
                {t('moveTo', { name: label(each.label) })}
              </Menu.Item>
            ))}
          {onHide && !isNeeded && (
            <Menu.Item leftSection={<IconEyeOff {...icon} />} onClick={onHide}>
              {t('hide')}
            </Menu.Item>
          )}
          {onShow && (
            <Menu.Item leftSection={<IconEye {...icon} />} onClick={onShow}>
              {t('show')}
            </Menu.Item>
          )}
          {field?.isNew === true && (
            <Menu.Item
              leftSection={<IconX {...icon} />}
              onClick={() => design.edit((draft) => dropField(draft, key))}
            >
              {t('dropNew')}
            </Menu.Item>
          )}
          {field?.custom === true && !field.isNew && key !== now.title && (
            <Menu.Item leftSection={<IconArchive {...icon} />} onClick={props.onArchive}>
              {t('archive')}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
    </SortLine>
  );
}
