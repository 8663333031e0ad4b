export { addImportOptions } from './add-options.ts';
export { cancelImport } from './cancel-import.ts';
export { importJob, runImportNow } from './continue-import.ts';
export { nightlyForgetImports } from './forget-imports.ts';
export { countProblems } from './count-problems.ts';
export { approveImport, changeImportOptions, getImport, listImports } from './get-import.ts';
export {
  eachProblem,
  listProblems,
  type ProblemPhase,
  type ShownProblem,
} from './list-problems.ts';
export { previewRows } from './preview-rows.ts';
export { rejectedRows } from './rejected-rows.ts';
export {
  dropImport,
  keepImport,
  largestUpload,
  startImport,
  storeImport,
  type NewImport,
  type StoredImport,
} from './start-import.ts';
export type * from './types.ts';
export { undoImport } from './undo-import.ts';
