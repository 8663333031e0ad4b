import { useEffect } from 'react';
import { openFinish } from './open-finish.ts';
import { readRunning } from './running-call.ts';

const isPhone = matchMedia('(pointer: coarse)');

/** Back from the phone's own dialler: what came of the call is asked at once. */
export function useComeBack(member: string): void {
  useEffect(() => {
    let leftAt = '';
    const onChange = () => {
      if (document.visibilityState === 'hidden') {
        leftAt = new Date().toISOString();
        return;
      }
      const call = readRunning(member);
      // Left for the call, not for something else long after it began.
      if (!isPhone.matches || !call || leftAt < call.startedAt) return;
      openFinish(call);
    };
    document.addEventListener('visibilitychange', onChange);
    return () => document.removeEventListener('visibilitychange', onChange);
  }, [member]);
}
