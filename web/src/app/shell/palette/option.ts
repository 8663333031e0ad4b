import type { Icon } from '@tabler/icons-react';
import type { Found } from './use-found.ts';

/** One line of the palette. */
export interface Option {
  key: string;
  label: string;
  /** At the right: what tells it apart. */
  about?: string;
  keys?: string | undefined;
  icon?: Icon | undefined;
  /** The record it leads to; shown with its letters. */
  found?: Found;
  run(): void;
}

export interface OptionGroup {
  key: string;
  title: string;
  options: readonly Option[];
}
