import {
  IconAlertOctagonFilled,
  IconAlertTriangleFilled,
  IconCircle,
  IconCircleCheckFilled,
  IconCircleDashed,
  IconCircleHalf2,
  IconCircleXFilled,
} from '@tabler/icons-react';

/** Each has a shape of its own, so that colour only reminds. */
export type Tone = 'idle' | 'plan' | 'info' | 'ok' | 'warn' | 'bad' | 'closed';

const glyphs = {
  idle: [IconCircle, 'var(--idle)'],
  plan: [IconCircleDashed, 'var(--plan)'],
  info: [IconCircleHalf2, 'var(--info)'],
  ok: [IconCircleCheckFilled, 'var(--ok)'],
  warn: [IconAlertTriangleFilled, 'var(--warn)'],
  bad: [IconAlertOctagonFilled, 'var(--bad)'],
  closed: [IconCircleXFilled, 'var(--idle)'],
} as const satisfies Record<Tone, readonly [unknown, string]>;

export function StatusGlyph({ tone, size = 14 }: { tone: Tone; size?: number }) {
  const [Glyph, color] = glyphs[tone];
  return <Glyph size={size} color={color} aria-hidden style={{ flex: 'none' }} />;
}
