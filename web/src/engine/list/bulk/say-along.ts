import { formatNumber } from '#shared/locale/number.ts';
import { useModel } from '#web/engine/model.ts';
import { useLabel, useLanguage } from '#web/words/language.tsx';
import { inSentence } from '../in-sentence.ts';
import type { Along } from './along.ts';

/** `3 người liên hệ`, for any object; and of which state those are that go along. */
export function useSayAlong() {
  const model = useModel();
  const label = useLabel();
  const { language } = useLanguage();
  const say = (key: string, count: number): { count: string; name: string } => {
    const object = model.byKey.get(key);
    return {
      count: formatNumber(String(count), language),
      name: object ? inSentence(label(count === 1 ? object.label : object.pluralLabel)) : key,
    };
  };
  const state = ({ object, while: only }: Along): string | undefined => {
    const field = only && model.byKey.get(object)?.field.get(only.field);
    if (!only || !field || !('options' in field)) return undefined;
    const labels = field.options
      .filter(({ value }) => only.in.includes(value))
      .map((option) => label(option.label));
    return new Intl.ListFormat(language, { type: 'disjunction' }).format(labels);
  };
  return Object.assign(say, { state });
}
