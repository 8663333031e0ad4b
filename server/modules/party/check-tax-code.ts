import type { Address } from '#shared/fields/address.ts';
import { parseTaxCode } from '#shared/locale/tax-code.ts';
import type { Change, RuleError } from '#engine/records/rules.ts';

interface Taxed {
  taxCode?: string | null;
}

/**
 * Writes tax codes in their usual form and checks those that are new. What is wrong is doubtful, not impossible: lists
 * that companies bring hold old typing errors, which must not keep the rest of the row out. Codes of other countries
 * have other forms; `addressOf` says where the payer is.
 */
export function checkTaxCodes<V extends Taxed>(
  changes: readonly Change<V>[],
  addressOf: (values: V) => Address | null | undefined,
): RuleError[] {
  return changes.flatMap(({ before, after }, index): RuleError[] => {
    const { taxCode } = after;
    if (!taxCode || taxCode === before?.taxCode) return [];
    if ((addressOf(after)?.countryCode ?? 'VN') !== 'VN') return [];
    const parsed = parseTaxCode(taxCode);
    if (parsed.ok || parsed.error === 'checkDigit') after.taxCode = parsed.value;
    if (parsed.ok) return [];
    const code = parsed.error === 'checkDigit' ? 'badCheckDigit' : 'badFormat';
    return [{ index, path: 'taxCode', code, doubtful: true }];
  });
}
