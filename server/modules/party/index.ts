export { checkTaxCodes } from './check-tax-code.ts';
export {
  contactDates,
  doNotContact,
  formOfAddress,
  gender,
  notes,
  partySections,
  preferences,
  reachable,
  source,
} from './fields.ts';
export { mergeParties } from './merge-parties.ts';
export { rhythmViews } from './views.ts';
