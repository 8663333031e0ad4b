export { asOwner } from './change-model.ts';
export { archiveField } from './archive-field.ts';
export { archiveObject } from './archive-object.ts';
export { changeField } from './change-field.ts';
export { changeObject } from './change-object.ts';
export { checkObjectNames } from './check-names.ts';
export { createField } from './create-field.ts';
export { createObject } from './create-object.ts';
export { designObject } from './design-object.ts';
export {
  designInput,
  fieldInput,
  fieldPatch,
  layoutInput,
  objectInput,
  objectNames,
  objectPatch,
} from './input.ts';
export { listKinds } from './list-kinds.ts';
export { listLayouts } from './list-layouts.ts';
export { listSettingsHistory } from './list-settings-history.ts';
export { listFieldSettings, listObjectSettings } from './present-settings.ts';
export { removeLayout } from './remove-layout.ts';
export { reorderFields } from './reorder-fields.ts';
export { reservedPaths } from './reserved-keys.ts';
export { resetObject } from './reset-object.ts';
export { restoreField } from './restore-field.ts';
export { restoreObject } from './restore-object.ts';
export { setLayout } from './set-layout.ts';
