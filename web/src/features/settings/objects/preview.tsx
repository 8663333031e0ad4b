import { SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ScreenObject } from '#web/api/model.ts';
import { keys, queryRecords } from '#web/api/queries.ts';
import { useWords } from '#web/words/language.tsx';
import { FormLook } from './form-look.tsx';
import { ListLook } from './list-look.tsx';
import { objectsWords } from './objects.words.ts';
import { PageLook } from './page-look.tsx';
import classes from './preview.module.css';

const scenes = ['form', 'page', 'list'] as const;
export type Scene = (typeof scenes)[number];

interface Props {
  /** As it would be once saved. */
  object: ScreenObject;
  scene: Scene;
  onScene(scene: Scene): void;
}

/** How the object would look, with the newest records that are there; it can be seen and not touched. */
export function Preview({ object, scene, onScene }: Props) {
  const t = useWords(objectsWords);
  const { data: records = [] } = useQuery({
    queryKey: [...keys.records(object.path), 'preview'],
    queryFn: async ({ signal }) =>
      (await queryRecords(object.path, { sort: '-createdAt', limit: 4 }, signal)).items,
  });
  return (
    <div className={classes.preview}>
      <SegmentedControl
        fullWidth
        aria-label={t('preview')}
        value={scene}
        onChange={(value) => onScene(scenes.find((each) => each === value) ?? 'form')}
        data={scenes.map((value) => ({ value, label: t(`see_${value}`) }))}
      />
      <div className={classes.paper} inert>
        {scene === 'form' && <FormLook object={object} />}
        {scene === 'page' && <PageLook object={object} record={records[0]} />}
        {scene === 'list' && <ListLook object={object} records={records} />}
      </div>
    </div>
  );
}
