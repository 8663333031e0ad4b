import type { ErrorCode, ValueError, ValueErrorCode } from '../errors.ts';
import { errorWords } from './errors.ts';
import type { Language } from './language.ts';
import { fill, type MessageParams } from './fill.ts';
import { tableFileWords, type TableFileRefusal } from './table-files.ts';
import { valueErrorWords } from './value-errors.ts';

/** What only rows of a file can be wrong in, besides their values. */
export const rowProblemCodes = [
  'ambiguous',
  'duplicate',
  'extraCells',
  'missingRelation',
  'forbidden',
  'stale',
] as const;
export type RowProblemCode = (typeof rowProblemCodes)[number];
export type ImportProblemCode = ValueErrorCode | RowProblemCode;

export const rowProblemWords: Record<Language, Record<RowProblemCode, string>> = {
  vi: {
    ambiguous: 'Có nhiều bản ghi cùng khớp với giá trị này, không biết chọn bản ghi nào.',
    duplicate: 'Có thể trùng với “{title}” đã có.',
    extraCells: 'Dòng này có nhiều ô hơn số cột, có thể đã lệch cột.',
    missingRelation: 'Không tìm thấy bản ghi có tên hoặc mã này, nên để trống.',
    forbidden: 'Bạn không có quyền sửa bản ghi khớp với dòng này.',
    stale: 'Đã có người sửa sau khi nhập, nên giữ nguyên.',
  },
  en: {
    ambiguous: 'Several records match this value, so it is not clear which is meant.',
    duplicate: 'May be the same as “{title}”, which is there already.',
    extraCells: 'The row has more cells than there are columns; it may have shifted.',
    missingRelation: 'No record has this name or code, so the field is left empty.',
    forbidden: 'You may not change the record that matches this row.',
    stale: 'Someone changed it after the import, so it is kept.',
  },
};

const isRowProblem = (code: ImportProblemCode): code is RowProblemCode =>
  rowProblemCodes.some((each) => each === code);

/** Why a row or cell is not as it should be. */
export const importProblemText = (
  code: ImportProblemCode,
  params: MessageParams,
  language: Language,
): string =>
  fill(
    isRowProblem(code) ? rowProblemWords[language][code] : valueErrorWords[language][code],
    params,
  );

const isFileReason = (reason: unknown): reason is TableFileRefusal =>
  typeof reason === 'string' && Object.hasOwn(tableFileWords.vi, reason);

/** Why an import as a whole came to nothing, and what to do. */
export function whyFailed(
  {
    code,
    params,
    errors,
  }: { code: ErrorCode; params: MessageParams; errors: readonly ValueError[] },
  language: Language,
): string {
  const { reason } = params;
  if (isFileReason(reason)) return fill(tableFileWords[language][reason], params);
  if (code === 'forbidden' || code === 'unauthenticated') return lostRightWords[language][code];
  const [first] = errors;
  if (!first) return fill(errorWords[language][code].detail, params);
  return `${first.path}: ${fill(valueErrorWords[language][first.code], first.params)}`;
}

/** The rights of who imports are those of each moment, so it may end in the middle. */
const lostRightWords = {
  vi: {
    forbidden:
      'Người nhập không có hoặc không còn đủ quyền, nên việc nhập đã dừng. Những dòng đã nhập vẫn còn và có thể hoàn tác.',
    unauthenticated:
      'Người nhập không còn làm việc ở đây, nên việc nhập đã dừng. Những dòng đã nhập vẫn còn; quản trị viên có thể hoàn tác.',
  },
  en: {
    forbidden:
      'Who imports has not, or no longer has, the rights for it, so it was stopped. Rows taken before stay and can be undone.',
    unauthenticated:
      'Who imports no longer works here, so it was stopped. Rows taken before stay; an administrator can undo them.',
  },
} as const satisfies Record<Language, Record<string, string>>;

/** Words of the files an import and an export give back. */
export const transferWords = {
  vi: {
    row: 'Dòng',
    reason: 'Lý do',
    column: 'Cột',
    value: 'Giá trị',
    refused: 'Bị từ chối',
    id: 'Mã hệ thống',
  },
  en: {
    row: 'Row',
    reason: 'Reason',
    column: 'Column',
    value: 'Value',
    refused: 'Refused',
    id: 'Id',
  },
} as const satisfies Record<Language, Record<string, string>>;
