import { createElement } from 'react';
import { kindIcons, otherKind } from './kind-icons.ts';

export function KindIcon({ kind, className }: { kind: string; className?: string | undefined }) {
  return createElement(kindIcons[kind] ?? otherKind, {
    size: 16,
    stroke: 1.7,
    className,
    'aria-hidden': true,
  });
}
