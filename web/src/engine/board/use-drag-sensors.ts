import { KeyboardSensor, MouseSensor, TouchSensor, useSensor, useSensors } from '@dnd-kit/core';
import { fromColumnToColumn } from './drag-words.ts';

const keyboard = { start: ['Space'], cancel: ['Escape'], end: ['Space', 'Enter'] };

/** A mouse that moves a little, a finger that rests a little, or the space bar; Enter still opens the card. */
export const useDragSensors = () =>
  useSensors(
    useSensor(MouseSensor, { activationConstraint: { distance: 6 } }),
    useSensor(TouchSensor, { activationConstraint: { delay: 250, tolerance: 6 } }),
    useSensor(KeyboardSensor, {
      keyboardCodes: keyboard,
      coordinateGetter: fromColumnToColumn,
    }),
  );
