import { useMediaQuery } from '@mantine/hooks';

export interface Room {
  /** Key facts stand at the left, else they are a tab. */
  hasFacts: boolean;
  /** What is related stands at the right, else it is a tab. */
  hasSide: boolean;
  isPhone: boolean;
}

const atOnce = { getInitialValueInEffect: false };

/** What there is room for; the navigation takes its share. */
export function useRoom(): Room {
  const hasFacts = useMediaQuery('(min-width: 900px)', true, atOnce);
  const hasSide = useMediaQuery('(min-width: 1200px)', true, atOnce);
  const isPhone = useMediaQuery('(max-width: 720px)', false, atOnce);
  return { hasFacts, hasSide, isPhone };
}
