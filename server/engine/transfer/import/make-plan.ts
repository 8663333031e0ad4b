import { decimalsOf } from '#shared/fields/money.ts';
import { invalid } from '#shared/errors.ts';
import type { ModelObject } from '#shared/model.ts';
import type { Ctx } from '../../context.ts';
import type { TableReader } from '../read/table.ts';
import { watchStyle } from './guess-style.ts';
import { keyFields } from './key-fields.ts';
import { suggestMapping } from './suggest-mapping.ts';
import { targetsOf, type Target } from './targets.ts';
import type { ImportOptions, ImportPlan, ImportQuestion, PlannedColumn } from './types.ts';

/** Reads the whole file once: what its columns are for, how it writes, what has to be asked, how many rows it has. */
export async function makePlan(
  ctx: Ctx,
  main: ModelObject,
  reader: TableReader,
  options: ImportOptions,
): Promise<{ plan: ImportPlan; questions: ImportQuestion[]; total: number }> {
  checkNames(reader.warnings, options.columns);
  const targets = targetsOf(ctx, main);
  const columns = suggestMapping(ctx, main, reader.columns, options);
  const watch = watchStyle(columns, targets);
  let total = 0;
  for await (const chunk of reader.rows()) {
    total += chunk.length;
    for (const row of chunk) watch.see(row);
  }
  const { language, timeZone } = ctx.actor;
  const { dates, numbers, questions } = watch.result(options, language);
  const warnings: ImportPlan['warnings'] = reader.warnings.map(({ code, ...params }) => ({
    code,
    params,
  }));
  const currency =
    options.currency ?? currencyOf(ctx, columns, targets, watch.hasDecimals, warnings);
  const sheets = (reader.sheets ?? []).filter(({ hidden }) => !hidden).map(({ name }) => name);
  return {
    plan: {
      columns,
      style: { dates, numbers, currency, language, timeZone: options.timeZone ?? timeZone },
      match: options.match ? checkMatch(main, columns, options.match) : defaultMatch(main, columns),
      onMatch: options.onMatch ?? 'update',
      warnings,
      ...(reader.sheet !== undefined && { sheet: reader.sheet }),
      ...(sheets.length > 1 && { sheets }),
      ...(reader.encoding !== undefined && { encoding: reader.encoding }),
      ...(reader.delimiter !== undefined && { delimiter: reader.delimiter }),
    },
    questions,
    total,
  };
}

/** A heading over two columns does not say which of them is meant, unless each is named as the reader tells them apart. */
function checkNames(
  warnings: TableReader['warnings'],
  named: NonNullable<ImportOptions['columns']> = {},
): void {
  const errors = warnings.flatMap((warning) =>
    warning.code === 'duplicateHeader' &&
    Object.hasOwn(named, warning.column) &&
    !Object.hasOwn(named, `${warning.column} (2)`)
      ? [{ path: `columns.${warning.column}`, code: 'notUnique' as const }]
      : [],
  );
  if (errors.length > 0) throw invalid(errors);
}

/** Amounts with decimals cannot be of a currency without them; what they are then is said, so that it can be changed. */
function currencyOf(
  ctx: Ctx,
  columns: readonly PlannedColumn[],
  targets: ReadonlyMap<string, Target>,
  hasDecimals: (index: number) => boolean,
  warnings: ImportPlan['warnings'],
): string {
  const { currency } = ctx.workspace.settings;
  if (decimalsOf(currency) > 0) return currency;
  const column = columns.find(
    ({ target, index }) => targets.get(target ?? '')?.field.kind === 'money' && hasDecimals(index),
  );
  if (!column) return currency;
  warnings.push({ code: 'currencyGuessed', params: { column: column.name, currency: abroad } });
  return abroad;
}

const abroad = 'USD';

const isMapped = (columns: readonly PlannedColumn[], key: string) =>
  columns.some(({ target }) => target === key);

function checkMatch(
  main: ModelObject,
  columns: readonly PlannedColumn[],
  match: readonly string[],
): string[] {
  const known = keyFields(main).map(({ key }) => key);
  const errors = match.flatMap((key, i) =>
    known.includes(key) && isMapped(columns, key)
      ? []
      : [
          {
            path: `match.${i}`,
            code: 'unknownField' as const,
            params: { field: key.slice(0, 60) },
          },
        ],
  );
  if (errors.length > 0) throw invalid(errors);
  return [...match];
}

/** What tells records apart, as far as the file has it; names only where no two things share one by rule. */
function defaultMatch(main: ModelObject, columns: readonly PlannedColumn[]): string[] {
  const keys = keyFields(main)
    .filter(({ key, sure }) => sure && isMapped(columns, key))
    .map(({ key }) => key);
  return keys;
}
