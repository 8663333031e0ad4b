import { formatDateTime } from '../locale/date-time.ts';
import type { Notice } from '../notices.ts';
import type { NotificationEvent } from '../personal.ts';
import { fill, type MessageParams } from './fill.ts';
import { jobWords } from './jobs.ts';
import type { Language } from './language.ts';
import { noticeWords, type NoticeWord } from './notices.ts';

/** What the one who says it knows of the company. */
export interface NoticeSpeaker {
  language: Language;
  timeZone: string;
  /** The plural label of an object; undefined when it is not known. */
  objectsOf(object: string): string | undefined;
  fieldOf(object: string, field: string): string | undefined;
  teamOf(id: string): string | undefined;
}

const mostFields = 3;

/** What happened, in one sentence without the title of the record. The same in the bell, in a push and in a mail. */
export function sayNotice(notice: Notice, by: NoticeSpeaker): string {
  const say: Say = (word, params) => fill(noticeWords[by.language][word], params);
  const { params } = notice;
  const told: Told = {
    notice,
    by,
    say,
    actor: actorOf(notice, say),
    count: params.count ?? 0,
    objects: lower(by.objectsOf(params.of ?? '')),
    team: params.team === undefined ? undefined : by.teamOf(params.team),
  };
  return sentences[notice.kind](told);
}

type Say = (word: NoticeWord, params?: MessageParams) => string;

interface Told {
  notice: Notice;
  by: NoticeSpeaker;
  say: Say;
  actor: string;
  /** Many records at once, and what they are called. */
  count: number;
  objects: string;
  team: string | undefined;
}

const sentences: Record<NotificationEvent, (told: Told) => string> = {
  reminder: ({ notice, by, say }) =>
    say('reminder', { when: whenOf(notice.params.due ?? notice.at, by.timeZone) }),
  forgotten: ({ say }) => say('forgotten'),
  mentioned: ({ say, actor, team }) =>
    team === undefined ? say('mentioned', { actor }) : say('mentionedTeam', { actor, team }),
  replied: ({ say, actor }) => say('replied', { actor }),
  messaged: ({ say, actor }) => say('messaged', { actor }),
  assigned({ notice, say, actor, count, objects }) {
    if (count > 0) return say('assignedMany', { actor, count, objects });
    return say(notice.params.fields?.includes('owner') === false ? 'joined' : 'assigned', {
      actor,
    });
  },
  shared({ say, actor, count, objects, team }) {
    if (count > 0) return say('sharedMany', { actor, count, objects });
    return team === undefined ? say('shared', { actor }) : say('sharedTeam', { actor, team });
  },
  followed({ notice, by, say, actor, count, objects }) {
    if (count > 0) return say('followedMany', { actor, count, objects });
    return sayChange(notice, by, say, actor);
  },
  jobDone({ notice: { params }, by, say }) {
    const job = jobWords[params.job ?? '']?.[by.language] ?? params.job ?? '';
    const { name } = params;
    return say(params.state === 'failed' ? 'jobFailed' : 'jobDone', {
      job,
      ...(name !== undefined && { name }),
    });
  },
  handedOver: ({ notice: { params }, say, actor, count }) =>
    say('handedOver', { actor, count, name: params.name ?? '' }),
  stalledSheet: ({ say, count }) => say('stalledSheet', { count }),
  dayReport: ({ notice: { params }, say, actor }) =>
    say(params.state === 'plan' ? 'dayPlan' : 'dayReport', { actor }),
};

/** The title of its record, or what stands for it; empty where it is of no one record. */
export const noticeTitle = ({ record }: Notice, language: Language): string =>
  record === null ? '' : (record.title ?? noticeWords[language].hidden);

function actorOf({ actor, params }: Notice, say: Say): string {
  const name = actor?.title ?? say('system');
  const others = (params.actors?.length ?? 0) - 1;
  return others > 0 ? say('others', { actor: name, count: others }) : name;
}

function sayChange({ params, record }: Notice, by: NoticeSpeaker, say: Say, actor: string): string {
  if (params.action !== undefined && isAction(params.action)) return say(params.action, { actor });
  const names = (params.fields ?? []).flatMap(
    (field) => by.fieldOf(record?.object ?? '', field) ?? [],
  );
  if (names.length === 0) return say('changedSome', { actor });
  const shown = names.slice(0, names.length > mostFields ? mostFields - 1 : mostFields).map(lower);
  const more = names.length - shown.length;
  const last = shown.at(-1) ?? '';
  const fields =
    more > 0 || shown.length === 1
      ? shown.join(', ')
      : say('join', { some: shown.slice(0, -1).join(', '), last });
  return more > 0
    ? say('changedMore', { actor, fields, count: more })
    : say('changed', { actor, fields });
}

const actions = ['remove', 'restore', 'merge', 'attach', 'detach'] as const;
const isAction = (action: string): action is (typeof actions)[number] =>
  actions.some((known) => known === action);

/** A label inside a sentence; an abbreviation such as VAT stays as it is. */
const lower = (label: string = ''): string =>
  /^\p{Lu}(?!\p{Lu})/u.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label;

/** The day too, for a reminder is read later as well. */
function whenOf(due: string, timeZone: string): string {
  const text = formatDateTime(new Date(due), timeZone);
  return `${text.slice(11)} ${text.slice(0, 10)}`;
}
