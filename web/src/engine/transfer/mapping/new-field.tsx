import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { isProblem } from '#web/api/problem.ts';
import type { ScreenObject } from '#web/api/model.ts';
import { keys, modelQuery } from '#web/api/queries.ts';
import { address, send } from '#web/api/request.ts';
import { notify } from '#web/ui/notify.tsx';
import { useWords } from '#web/words/language.tsx';
import { freeKey } from '../../new-names.ts';
import type { PlannedColumn } from '../imports.ts';
import { transferWords } from '../transfer.words.ts';
import { guessKind } from './guess-kind.ts';
import { targetsOf, type Target } from './targets.ts';

interface Props {
  column: PlannedColumn;
  object: ScreenObject;
  onTarget: (column: PlannedColumn, target: Target | undefined) => void;
}

/** A field for a column that has none, called as the column is, of the kind its values have. */
export function NewField({ column, object, onTarget }: Props) {
  const t = useWords(transferWords);
  const client = useQueryClient();
  const fields = `settings/objects/${object.key}/fields`;
  const renewModel = () => client.fetchQuery({ ...modelQuery, staleTime: 0 });
  const undo = async (key: string) => {
    onTarget(column, undefined);
    await send('DELETE', address(`${fields}/${key}`));
    await client.invalidateQueries({ queryKey: keys.model });
  };
  const make = useMutation({
    mutationFn: async () => {
      const name = column.name.slice(0, longestName);
      const taken = new Set(object.field.keys());
      // Signs alone name nothing.
      const key = freeKey(name, taken) || freeKey(`column ${column.index + 1}`, taken);
      const kind = guessKind(column.samples);
      await send('POST', address(fields), { key, kind, label: { vi: name, en: name } });
      const model = await renewModel();
      const main = model.byKey.get(object.key);
      const target = main && targetsOf(model, main).find(({ path }) => path === key);
      onTarget(column, target);
      notify({
        tone: 'ok',
        text: t('fieldMade', { name, kind: t(`kind_${kind}`) }),
        action: { label: t('undoField'), run: () => void undo(key) },
      });
    },
    onError: (error) => {
      if (isProblem(error))
        notify({ tone: 'bad', text: t('fieldNotMade', { why: error.message }) });
    },
  });
  return (
    <Button
      variant="subtle"
      size="xs"
      leftSection={<IconPlus size={16} stroke={1.7} />}
      disabled={make.isPending}
      aria-label={t('newFieldFor', { column: column.name })}
      onClick={() => make.mutate()}
    >
      {t('newField')}
    </Button>
  );
}

/** As long as a label may be. */
const longestName = 100;
