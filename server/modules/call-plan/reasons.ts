import { fill, type MessageParams } from '#shared/messages/fill.ts';
import type { Language } from '#shared/messages/language.ts';

/** Why somebody is to be called, in parts; `say` makes a sentence of them. */
export type Reason =
  | { code: 'promised'; at: string }
  | { code: 'forgotten'; at: string }
  | { code: 'running' }
  | { code: 'overdue'; days: number }
  | { code: 'dueToday' }
  | { code: 'potential'; value: string }
  | { code: 'silent'; days: number; every: number; own: 'yes' | 'no' }
  | { code: 'never'; days: number }
  | { code: 'rating'; value: string }
  | { code: 'answers'; from: string; to: string; answered: number; tried: number };

const words = {
  vi: {
    promised: 'Đã hẹn {at}',
    forgotten: 'Hẹn {at} mà chưa gọi',
    running: 'Đang gọi',
    overdue: 'Quá hẹn liên hệ {days} ngày',
    overdueOne: 'Quá hẹn liên hệ 1 ngày',
    dueToday: 'Đến hẹn liên hệ hôm nay',
    potential: 'Tiềm năng {value}',
    silent: '{days} ngày chưa liên hệ, thường {every} ngày một lần',
    silentUsual: '{days} ngày chưa liên hệ',
    never: 'Chưa liên hệ lần nào',
    rating: '{value}',
    answers: 'hay nghe máy {from} – {to} ({answered}/{tried} cuộc)',
  },
  en: {
    promised: 'Promised for {at}',
    forgotten: 'Planned for {at} and not called',
    running: 'Being called',
    overdue: 'Next contact {days} days overdue',
    overdueOne: 'Next contact a day overdue',
    dueToday: 'Next contact is due today',
    potential: 'Potential {value}',
    silent: 'No contact for {days} days, usually every {every} days',
    silentUsual: 'No contact for {days} days',
    never: 'Never contacted',
    rating: '{value}',
    answers: 'answers {from} – {to} ({answered} of {tried} calls)',
  },
} as const satisfies Record<Language, Record<string, string>>;

const ratings: Readonly<Record<string, Record<Language, string>>> = {
  hot: { vi: 'Rất quan tâm', en: 'Hot' },
  warm: { vi: 'Có quan tâm', en: 'Warm' },
  cold: { vi: 'Ít quan tâm', en: 'Cold' },
};

/** One sentence without its full stop; the clock times are those of the reader. */
export function sayReasons(
  reasons: readonly Reason[],
  language: Language,
  clock: (instant: string) => string,
): string {
  const said = reasons.map((reason) => {
    const shown: MessageParams = {
      ...reason,
      ...('at' in reason && { at: clock(reason.at) }),
      ...('value' in reason && { value: gradeOf(reason, language) }),
    };
    return fill(words[language][wordOf(reason)], shown);
  });
  return said
    .map((each, at) => (at === 0 ? capital(each) : small(each)))
    .filter(Boolean)
    .join(', ');
}

function wordOf(reason: Reason): keyof (typeof words)['vi'] {
  if (reason.code === 'silent' && reason.own === 'no') return 'silentUsual';
  return reason.code === 'overdue' && reason.days === 1 ? 'overdueOne' : reason.code;
}

function gradeOf({ code, value }: { code: string; value: string }, language: Language): string {
  if (code === 'potential') return value.toUpperCase();
  return ratings[value]?.[language] ?? value;
}

const capital = (text: string): string => text.slice(0, 1).toLocaleUpperCase() + text.slice(1);
const small = (text: string): string => text.slice(0, 1).toLocaleLowerCase() + text.slice(1);
