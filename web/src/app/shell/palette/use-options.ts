import { IconList } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import type { ScreenObject } from '#web/api/model.ts';
import { useAllCommands } from '#web/engine/commands/commands.ts';
import { useLabel, useLanguage, useWords } from '#web/words/language.tsx';
import { lower } from '../lower.ts';
import { iconOf } from '../places.ts';
import { shellWords } from '../shell.words.ts';
import { aboutRecord } from './about-record.ts';
import { matchCommands } from './match-commands.ts';
import type { Option, OptionGroup } from './option.ts';
import { useFound, type Found } from './use-found.ts';
import { addressOf, useRecordActions } from './use-record-actions.ts';

const fewCommands = 6;
const manyCommands = 40;

/**
 * What the palette offers for what was typed: records, object by object, what can be done with the one that is chosen,
 * and commands; after `>` only commands.
 */
export function useOptions(typed: string, asked: string, subjectId: string | undefined) {
  const t = useWords(shellWords);
  const label = useLabel();
  const speaking = useLanguage();
  const navigate = useNavigate();
  const isCommand = typed.startsWith('>');
  const { found, more, isAsked } = useFound(isCommand ? '' : asked);
  const commands = useAllCommands();
  const shown = isCommand ? [] : found;
  const subject = shown.find(({ id }) => id === subjectId) ?? shown[0];
  const actions = useRecordActions(isAsked || subjectId !== undefined ? subject : undefined);

  const optionOf = (one: Found): Option => ({
    key: one.id,
    label: one.title,
    about: aboutRecord(one, speaking),
    icon: iconOf(one.object),
    found: one,
    run: () => void navigate({ to: addressOf(one) }),
  });
  const allOf = (object: ScreenObject): Option => ({
    key: `all ${object.key}`,
    label: t('seeAll', { name: lower(label(object.pluralLabel)), q: asked }),
    icon: IconList,
    run: () => void navigate({ to: `/${object.path}`, search: { q: asked } }),
  });
  const records = isAsked
    ? [...Map.groupBy(shown, ({ object }) => object)].map(([object, ones]) => ({
        key: object.key,
        title: label(object.pluralLabel),
        options: [...ones.map(optionOf), ...(more.has(object) ? [allOf(object)] : [])],
      }))
    : [{ key: 'recent', title: t('recent'), options: shown.map(optionOf) }];
  const matching = matchCommands(
    commands,
    isCommand ? typed.slice(1) : typed,
    isCommand ? manyCommands : fewCommands,
  );
  const groups: OptionGroup[] = [
    ...records,
    {
      key: 'actions',
      title: subject ? t('actionsOf', { name: subject.title }) : '',
      options: actions,
    },
    {
      key: 'commands',
      title: t('commands'),
      options: matching.map(({ id, label: name, group, keys, icon, run }) => ({
        key: `command ${id}`,
        label: name,
        about: group ?? '',
        keys,
        icon,
        run,
      })),
    },
  ];
  return {
    groups: groups.filter(({ options }) => options.length > 0),
    count: isAsked ? shown.length : undefined,
    isMore: isAsked && !isCommand && more.size > 0,
  };
}
