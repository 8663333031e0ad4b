import { Button, Menu, Select, Tabs } from '@mantine/core';
import { IconDots, IconEye, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { everyone } from '#shared/page-layout.ts';
import type { ScreenObject } from '#web/api/model.ts';
import { useModel } from '#web/engine/model.ts';
import { LinkButton } from '#web/ui/link-button.tsx';
import { Note } from '#web/ui/note.tsx';
import { PanelBody, SidePanel, widePanel } from '#web/ui/side-panel.tsx';
import { useLabel, useWords } from '#web/words/language.tsx';
import { PageHead } from '../page-head.tsx';
import { PageSkeleton } from '../page-skeleton.tsx';
import { useRoles } from '../people/people-queries.ts';
import { DesignBar } from './design-bar.tsx';
import { DesignNotes } from './design-notes.tsx';
import { FieldsDesign } from './fields-design.tsx';
import { ListDesign } from './list-design.tsx';
import { LookDesign } from './look-design.tsx';
import { NamesDesign } from './names-design.tsx';
import { PutAway } from './put-away.tsx';
import { layoutsQuery, type LayoutSetting, type ObjectSetting } from './objects-api.ts';
import { objectsWords } from './objects.words.ts';
import { Preview, type Scene } from './preview.tsx';
import { useDesign } from './use-design.ts';
import classes from './object-design.module.css';

const tabs = ['fields', 'look', 'lists', 'names'] as const;
type Tab = (typeof tabs)[number];
const scenes: Readonly<Record<Tab, Scene>> = {
  fields: 'form',
  look: 'page',
  lists: 'list',
  names: 'list',
};

interface Props {
  setting: ObjectSetting;
  object: ScreenObject;
}

/** One object: its fields and how it looks, with a preview that follows; saved as one. */
export function ObjectDesign(props: Props) {
  const { version } = useModel();
  const { data: layouts, error } = useQuery(layoutsQuery(props.setting.key, version));
  if (error && !layouts) return <Note tone="bad">{error.message}</Note>;
  return layouts ? <Designer {...props} layouts={layouts} /> : <PageSkeleton />;
}

function Designer({ setting, object, layouts }: Props & { layouts: readonly LayoutSetting[] }) {
  const t = useWords(objectsWords);
  const label = useLabel();
  const roles = useRoles();
  const design = useDesign(setting, object, layouts);
  const { now } = design;
  const [tab, setTab] = useState<Tab>('fields');
  const [scene, setScene] = useState<Scene>('form');
  const [isPreviewing, setPreviewing] = useState(false);
  const [isLeaving, setLeaving] = useState(false);
  const [isAdding, setAdding] = useState(false);
  const canLeave = setting.custom || setting.changed;
  const preview = <Preview object={now.object} scene={scene} onScene={setScene} />;
  return (
    <>
      <PageHead title={label(now.pluralLabel)} under="objects">
        <Button
          className={classes.previewButton ?? ''}
          variant="default"
          leftSection={<IconEye size={16} stroke={1.7} />}
          onClick={() => setPreviewing(true)}
        >
          {t('preview')}
        </Button>
        <LinkButton to="/$objects" params={{ objects: setting.path }} variant="default">
          {t('openList')}
        </LinkButton>
        {canLeave && (
          <Menu position="bottom-end">
            <Menu.Target>
              <Button variant="default" aria-label={t('moreOfObject')}>
                <IconDots size={16} stroke={1.7} />
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item onClick={() => setLeaving(true)}>
                {t(setting.custom ? 'archiveObject' : 'reset')}
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
        )}
      </PageHead>
      <div className={classes.frame}>
        <div className={classes.editor}>
          <DesignNotes design={design} />
          <div className={classes.bar}>
            <Tabs
              value={tab}
              onChange={(value) => {
                const next = tabs.find((each) => each === value) ?? 'fields';
                setTab(next);
                setScene(scenes[next]);
              }}
            >
              <Tabs.List className={classes.tabs ?? ''}>
                {tabs.map((each) => (
                  <Tabs.Tab key={each} value={each}>
                    {t(each)}
                  </Tabs.Tab>
                ))}
              </Tabs.List>
            </Tabs>
          </div>
          {tab !== 'names' && (
            <div className={classes.role}>
              <Select
                label={t('role')}
                data={[
                  { value: everyone, label: t('everyone') },
                  ...(roles ?? []).map(({ id, name }) => ({ value: id, label: name })),
                ]}
                value={design.role}
                allowDeselect={false}
                onChange={(value) => design.setRole(value ?? everyone)}
              />
              {now.isOwn ? (
                <Button variant="subtle" color="gray" onClick={design.dropLayout}>
                  {t('resetLayout')}
                </Button>
              ) : (
                design.role !== everyone && <span className={classes.hint}>{t('derived')}</span>
              )}
              {tab === 'fields' && (
                <Button
                  className={classes.add ?? ''}
                  leftSection={<IconPlus size={16} stroke={1.7} />}
                  onClick={() => setAdding(true)}
                >
                  {t('addField')}
                </Button>
              )}
            </div>
          )}
          {tab === 'fields' && (
            <FieldsDesign design={design} isAdding={isAdding} onAdding={setAdding} />
          )}
          {tab === 'look' && <LookDesign design={design} />}
          {tab === 'lists' && <ListDesign design={design} />}
          {tab === 'names' && <NamesDesign design={design} />}
        </div>
        <aside className={classes.aside} aria-label={t('preview')}>
          {preview}
        </aside>
      </div>
      <DesignBar design={design} />
      {isPreviewing && (
        <SidePanel title={t('preview')} size={widePanel} onClose={() => setPreviewing(false)}>
          <PanelBody>{preview}</PanelBody>
        </SidePanel>
      )}
      {isLeaving && <PutAway design={design} onClose={() => setLeaving(false)} />}
    </>
  );
}
