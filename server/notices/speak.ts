import { sayNotice, noticeTitle, type NoticeSpeaker } from '#shared/messages/say-notice.ts';
import type { Notice } from '#shared/notices.ts';
import type { Ctx } from '#engine/context.ts';

export interface SpokenNotice {
  /** What happened. */
  sentence: string;
  /** Title of the record; empty where there is none. */
  title: string;
  /** Where it leads, behind the address of the program. */
  path: string;
}

/** The notice in the words of the member whose context this is. */
export function speak(ctx: Ctx, notice: Notice): SpokenNotice {
  return {
    sentence: sayNotice(notice, speakerOf(ctx)),
    title: noticeTitle(notice, ctx.actor.language),
    path: pathOf(ctx, notice),
  };
}

const speakerOf = ({ actor: { language, timeZone }, model, directory }: Ctx): NoticeSpeaker => ({
  language,
  timeZone,
  objectsOf: (object) => model.objects.get(object)?.pluralLabel[language],
  fieldOf: (object, field) => model.objects.get(object)?.fields.get(field)?.label[language],
  teamOf: (id) => directory.teams.get(id)?.name,
});

/** As the screens go from the bell; what mentions somebody stands in a field of the record. */
function pathOf({ model }: Ctx, { record, params, kind }: Notice): string {
  if (kind === 'jobDone' && params.job === 'import' && params.id !== undefined)
    return `/imports/${params.id}`;
  const object = model.objects.get(record?.object ?? params.of ?? '');
  if (!object || (record && (record.title === null || record.removed))) return '/notices';
  if (!record) return `/${object.path}`;
  const around = record.within && model.objects.get(record.within.object);
  if (record.within && around) return `/${around.path}/${record.within.id}?entry=${record.id}`;
  const [field] = kind === 'mentioned' ? (params.fields ?? []) : [];
  const place = field === undefined ? '' : `?tab=details&at=${field}`;
  return `/${object.path}/${record.id}${place}`;
}
