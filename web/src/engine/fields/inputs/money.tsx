import type { MoneyField } from '#shared/fields/money.ts';
import { parseMoney } from '#shared/locale/money.ts';
import type { NumberStyle } from '#shared/locale/number.ts';
import { useLanguage } from '#web/words/language.tsx';
import { useMe } from '../../model.ts';
import type { FieldInput } from '../field-input.ts';
import classes from '../fields.module.css';
import { inputProps } from '../input-props.ts';
import { money as view } from '../money.tsx';
import { partOf } from '../read-value.ts';
import { TypedEdit } from './typed-edit.tsx';

/** `1tr5`, `1.500.000`, `2 tỷ`, `$1,200`: the currency is the one typed, the one it had, or the company's. */
const read = (text: string, style: NumberStyle, currency: string) => {
  const found = parseMoney(text, { style, currency });
  return found && { amount: found.amount, currency: found.currency ?? currency };
};

export const money: FieldInput<MoneyField> = {
  Edit: function Edit(props) {
    const { language, timeZone } = useLanguage();
    const { workspace } = useMe();
    const currency = partOf(props.value, 'currency') || workspace.currency;
    return (
      <TypedEdit
        {...inputProps(props)}
        inputMode="text"
        classNames={{ input: classes.figureInput ?? '' }}
        value={props.value}
        show={(value) => view.toText(value, props.field, language, timeZone)}
        read={(text) => read(text, language, currency)}
        example="1tr5"
        onChange={props.onChange}
      />
    );
  },
};
