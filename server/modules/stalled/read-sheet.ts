import type { Ctx } from '#engine/context.ts';
import { get, idOf, listAll, type PresentedRecord } from '#engine/records/index.ts';
import { presentVisible } from '#engine/records/present-visible.ts';
import { sayReasons, saySuggestion } from './say-line.ts';

/** What became of a customer since: `gone` for who may not see them any more. */
export interface Outcome {
  handover: { id: string; to: unknown; at: string } | null;
  /** Somebody spoke with them. */
  contacted: boolean;
  /** Something was done with them. */
  moved: boolean;
  /** The stage they are in now, when it is another one. */
  stage: string | null;
  lost: boolean;
  gone: boolean;
}

export interface SheetLine {
  id: string;
  account: unknown;
  name: string;
  keeper: unknown;
  stage: unknown;
  potential: unknown;
  reasons: unknown;
  why: string[];
  idleDays: unknown;
  valueAtRisk: unknown;
  valueFrom: unknown;
  load: unknown;
  suggested: unknown;
  whySuggested: string[];
  outcome: Outcome;
}

export interface SheetTotals {
  handedOver: number;
  contacted: number;
  moved: number;
  stageMoved: number;
  lost: number;
}

export interface SheetShown {
  sheet: PresentedRecord;
  lines: SheetLine[];
  totals: SheetTotals;
}

/** A sheet as it was, with what came of each of its customers by now. */
export async function readSheet(ctx: Ctx, id: string): Promise<SheetShown> {
  const sheet = await get(ctx, 'stalledSheet', id);
  const ofSheet = { field: 'sheet', op: 'eq', value: sheet.id };
  const sort = '-valueAtRisk,-idleDays';
  const lines = await listAll(ctx, 'stalledLine', { where: ofSheet, sort });
  const ids = lines.flatMap((line) => idOf(line['account']) ?? []);
  const fields = ['stage', 'lastContactAt', 'lastActivityAt'];
  const found = await presentVisible(ctx, 'account', ids, fields);
  const accounts = new Map(found.map((account) => [account.id, account]));
  const stands = { field: 'undoneAt', op: 'isEmpty' };
  const given = await listAll(ctx, 'handover', { where: { and: [ofSheet, stands] }, sort: 'at' });
  const handovers = new Map(given.map((each) => [idOf(each['account']) ?? '', each]));
  const shown = lines.map((line): SheetLine => {
    const account = idOf(line['account']) ?? '';
    return {
      id: line.id,
      account: line['account'],
      name: String(line['name']),
      keeper: line['keeper'],
      stage: line['stage'],
      potential: line['potential'],
      reasons: line['reasons'],
      why: sayReasons(ctx, line),
      idleDays: line['idleDays'],
      valueAtRisk: line['valueAtRisk'],
      valueFrom: line['valueFrom'],
      load: line['load'],
      suggested: line['suggested'],
      whySuggested: saySuggestion(ctx, line),
      outcome: outcomeOf(sheet, line, accounts.get(account), handovers.get(account)),
    };
  });
  return { sheet, lines: shown, totals: totalsOf(shown) };
}

function outcomeOf(
  sheet: PresentedRecord,
  line: PresentedRecord,
  account: PresentedRecord | undefined,
  handover: PresentedRecord | undefined,
): Outcome {
  const since = handover?.['at'] ?? sheet['madeAt'];
  const after = (value: unknown) =>
    typeof value === 'string' && typeof since === 'string' && value > since;
  const now = account?.['stage'];
  const stage = typeof now === 'string' && now !== line['stage'] ? now : null;
  return {
    handover: handover ? { id: handover.id, to: handover['to'], at: String(handover['at']) } : null,
    contacted: after(account?.['lastContactAt']),
    moved: after(account?.['lastActivityAt']),
    stage,
    lost: stage === 'lost',
    gone: account === undefined,
  };
}

function totalsOf(lines: readonly SheetLine[]): SheetTotals {
  const count = (is: (outcome: Outcome) => boolean) =>
    lines.filter(({ outcome }) => is(outcome)).length;
  return {
    handedOver: count(({ handover }) => handover !== null),
    contacted: count(({ contacted }) => contacted),
    moved: count(({ moved }) => moved),
    stageMoved: count(({ stage }) => stage !== null),
    lost: count(({ lost }) => lost),
  };
}
