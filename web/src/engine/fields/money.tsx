import type { MoneyField } from '#shared/fields/money.ts';
import { formatMoney, parseMoney } from '#shared/locale/money.ts';
import type { NumberStyle } from '#shared/locale/number.ts';
import { useMe } from '../model.ts';
import { useLanguage } from '#web/words/language.tsx';
import type { FieldView } from './field-view.ts';
import classes from './fields.module.css';
import { inputProps } from './input-props.ts';
import { partOf } from './read-value.ts';
import { TypedEdit } from './typed-edit.tsx';

const show = (value: unknown, language: 'vi' | 'en'): string => {
  const amount = partOf(value, 'amount');
  return amount === '' ? '' : formatMoney(amount, partOf(value, 'currency'), language);
};

/** `1tr5`, `1.500.000`, `2 tỷ`, `$1,200`: the currency is the one typed, the one it had, or the company's. */
const read = (text: string, style: NumberStyle, currency: string) => {
  const money = parseMoney(text, { style, currency });
  return money && { amount: money.amount, currency: money.currency ?? currency };
};

export const money: FieldView<MoneyField> = {
  width: 150,
  align: 'right',
  summable: true,
  Show: function Show({ value }) {
    const { language } = useLanguage();
    return <span className={classes.figure}>{show(value, language)}</span>;
  },
  Edit: function Edit(props) {
    const { language } = useLanguage();
    const { workspace } = useMe();
    const currency = partOf(props.value, 'currency') || workspace.currency;
    return (
      <TypedEdit
        {...inputProps(props)}
        inputMode="text"
        classNames={{ input: classes.figureInput ?? '' }}
        value={props.value}
        show={(value) => show(value, language)}
        read={(text) => read(text, language, currency)}
        example="1tr5"
        onChange={props.onChange}
      />
    );
  },
  toText: (value, _field, language) => show(value, language),
};
