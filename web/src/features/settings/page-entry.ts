import type { Icon } from '@tabler/icons-react';
import type { ComponentType } from 'react';
import type { settingsWords } from './settings.words.ts';

export interface PageProps {
  /** What stands behind the page's name in the address: `/settings/roles/<item>`. */
  item: string | undefined;
}

export type PageGroup = 'company' | 'people' | 'data' | 'system' | 'personal';

export interface PageEntry {
  /** In the address: `/settings/<key>`. */
  key: string;
  group: PageGroup;
  words: keyof (typeof settingsWords)['vi'];
  icon: Icon;
  /** Only for who has a role of administrators. */
  administrator: boolean;
  load(): Promise<ComponentType<PageProps>>;
}
