import { conflict, forbidden, invalid, type ValueError } from '#shared/errors.ts';
import type { SelectOption } from '#shared/fields/options.ts';
import { fold, foldWords, nfc } from '#shared/locale/text.ts';
import type { ModelField, ModelObject } from '#shared/model.ts';
import type { Ctx } from '../../context.ts';
import { findObject } from '../../records/find-object.ts';
import { changeField } from '../../settings/change-field.ts';
import type { Workspaces } from '../../workspaces.ts';
import { changeImportOptions } from './get-import.ts';
import { eachProblem } from './list-problems.ts';
import { loadImport } from './store.ts';
import { targetsOf } from './targets.ts';
import type { ColumnChoice, Import, PlannedColumn } from './types.ts';

type Choice = ModelField & { kind: 'select' | 'multiSelect' };

interface Adding {
  here?: boolean;
  column?: string | undefined;
  /** Texts of the column for which there is an option already. */
  values?: NonNullable<ColumnChoice['values']>;
}

/**
 * Makes options of the texts that a dry run found to be none, in all columns or one, and has the file checked again.
 * Only for fields that are open: rules and reports know the options of the others.
 */
export async function addImportOptions(
  ctx: Ctx,
  workspaces: Workspaces,
  id: string,
  { here = false, column: only, values = {} }: Adding = {},
): Promise<Import> {
  const record = await loadImport(ctx, id);
  if (!ctx.access.administrator) throw forbidden();
  if (record.state !== 'checked' || !record.plan) throw conflict();
  const main = findObject(ctx, record.object);
  const targets = targetsOf(ctx, main);
  const byColumn = new Map(
    record.plan.columns.map(({ name, target }) => [name, targets.get(target ?? '')]),
  );
  const found = new Map<Choice, { object: ModelObject; texts: Map<string, string> }>();
  const errors: ValueError[] = [];
  for await (const { code, column, value, params } of eachProblem(ctx, id, 'check')) {
    if (only !== undefined && column !== only) continue;
    const target = byColumn.get(column ?? '');
    const text = nfc(String(params['value'] ?? value));
    if (code !== 'notAnOption' || !target || text === '' || Object.hasOwn(values, text)) continue;
    const { field, object } = target;
    if (!isOpen(field)) {
      errors.push({ path: `columns.${column}`, code: 'notWritable' });
      continue;
    }
    const known = found.get(field) ?? { object, texts: new Map() };
    found.set(field, known);
    if (!known.texts.has(fold(text))) known.texts.set(fold(text), text);
  }
  if (errors.length > 0)
    throw invalid([...new Map(errors.map((each) => [each.path, each])).values()]);
  for (const [field, { object, texts }] of found) {
    const options = [...field.options, ...newOptions(field, [...texts.values()])];
    await changeField(ctx, workspaces, object.key, field.key, { options });
  }
  const planned = record.plan.columns.find(({ name }) => name === only);
  const columns = planned && { [planned.name]: withValues(planned, values) };
  return changeImportOptions(ctx, id, columns ? { columns } : {}, { here });
}

const withValues = (
  { target, onMissing, onProblem, values: before }: PlannedColumn,
  values: NonNullable<ColumnChoice['values']>,
): ColumnChoice => ({
  target,
  ...(onMissing && { onMissing }),
  ...(onProblem && { onProblem }),
  values: { ...before, ...values },
});

const isOpen = (field: ModelField): field is Choice =>
  (field.kind === 'select' || field.kind === 'multiSelect') && field.open === true;

const longestValue = 30;

/** Named as in the file in both languages; the value is made of it. */
function newOptions({ options }: Choice, texts: readonly string[]): SelectOption[] {
  const taken = new Set(options.map(({ value }) => value));
  return texts.map((text) => {
    const plain = foldWords(text)
      .join('_')
      .replace(/[^a-z0-9_]/g, '')
      .slice(0, longestValue);
    const base = /^[a-z]/.test(plain) ? plain : `v_${plain}`;
    let value = base;
    for (let n = 2; taken.has(value); n++) value = `${base}_${n}`;
    taken.add(value);
    return { value, label: { vi: text, en: text } };
  });
}
