import type { ValueError } from '#shared/errors.ts';
import { valueKind } from '#shared/fields/index.ts';
import type { Model, ModelField, ModelObject } from '#shared/model.ts';
import type { LayoutDefinition } from '#shared/page-layout.ts';
import { recordsOf } from '../records/references.ts';

/** Whether every name of a layout means something in the model, and whether its forms could be filled; all at once. */
export function checkLayout(
  model: Model,
  object: ModelObject,
  layout: LayoutDefinition,
  isSavedView: boolean,
): ValueError[] {
  const { hidden = [], required = [], sections = [], related = [], defaultView } = layout;
  const errors: ValueError[] = [];
  const wrong = (path: string, code: ValueError['code']) => errors.push({ path, code });
  const once = (path: string, keys: readonly string[]) =>
    keys.forEach((key, i) => {
      if (keys.indexOf(key) !== i) wrong(`${path}.${i}`, 'notUnique');
    });
  const named = (path: string, keys: readonly string[]) =>
    keys.forEach((key, i) => {
      if (!object.fields.has(key))
        errors.push({ path: `${path}.${i}`, code: 'unknownField', params: { field: key } });
    });
  for (const name of ['facts', 'hidden', 'required', 'quickCreate'] as const) {
    named(name, layout[name] ?? []);
    once(name, layout[name] ?? []);
  }
  const placed = new Set<string>();
  sections.forEach(({ key, label, fields }, i) => {
    if (sections.findIndex((each) => each.key === key) !== i)
      wrong(`sections.${i}.key`, 'notUnique');
    if (!label && !Object.hasOwn(object.sections, key)) wrong(`sections.${i}.label`, 'required');
    named(`sections.${i}.fields`, fields);
    fields.forEach((field, j) => {
      if (placed.has(field)) wrong(`sections.${i}.fields.${j}`, 'notUnique');
      placed.add(field);
    });
  });
  hidden.forEach((key, i) => {
    const field = object.fields.get(key);
    // A record could not be made in a form that leaves out what it needs.
    if (field && isAsked(field)) wrong(`hidden.${i}`, 'required');
  });
  required.forEach((key, i) => {
    const field = object.fields.get(key);
    const isGiven = field && (field.readOnly || valueKind(field).numbered);
    if (isGiven || (field && hidden.includes(key))) wrong(`required.${i}`, 'notWritable');
  });
  once('related', related);
  related.forEach((path, i) => {
    if (!pointsTo(model, object, path)) wrong(`related.${i}`, 'notFound');
  });
  const isKnown = isSavedView || object.views.some(({ key }) => key === defaultView);
  if (defaultView !== undefined && !isKnown) wrong('defaultView', 'notFound');
  return errors;
}

const isAsked = (field: ModelField): boolean =>
  field.required === true && field.default === undefined && !field.readOnly;

function pointsTo(model: Model, object: ModelObject, path: string): boolean {
  const [other = '', key = '', ...more] = path.split('.');
  const field = model.objects.get(other)?.fields.get(key);
  return (
    more.length === 0 &&
    field?.system === false &&
    (field.kind === 'links' || recordsOf(model, field)?.key === object.key)
  );
}
