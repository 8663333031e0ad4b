import { useCallback, useMemo } from 'react';
import type { ScreenObject } from '#web/api/model.ts';
import { useLabel } from '#web/words/language.tsx';
import type { Target } from './targets.ts';

/** `Điện thoại`; of a related object `Người liên hệ: Họ tên`. */
export function useTargetName(main: ScreenObject): (target: Target) => string {
  const label = useLabel();
  return useCallback(
    ({ object, field }) =>
      object.key === main.key
        ? label(field.label)
        : `${label(object.label)}: ${label(field.label)}`,
    [label, main.key],
  );
}

/** Targets for a select, grouped by object. */
export function useTargetChoices(targets: readonly Target[], main: ScreenObject) {
  const label = useLabel();
  const nameOf = useTargetName(main);
  return useMemo(
    () =>
      [...Map.groupBy(targets, ({ object }) => object.key).values()].map((group) => ({
        group: label(group[0]?.object.label ?? ''),
        items: group.map((target) => ({ value: target.path, label: nameOf(target) })),
      })),
    [targets, label, nameOf],
  );
}
