import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';
import { filterFolded } from './filter-folded.ts';
import { takeMarked } from './take-marked.ts';

/** `--thread-0` to `--thread-9` of tokens.css. */
const thread: MantineColorsTuple = [
  'var(--thread-0)',
  'var(--thread-1)',
  'var(--thread-2)',
  'var(--thread-3)',
  'var(--thread-4)',
  'var(--thread-5)',
  'var(--thread-6)',
  'var(--thread-7)',
  'var(--thread-8)',
  'var(--thread-9)',
];

const choosing = { filter: filterFolded, onKeyDownCapture: takeMarked };

/** Mantine as tokens.css says; a size or colour that is not there is wrong here too. */
export const theme = createTheme({
  colors: { thread },
  primaryColor: 'thread',
  primaryShade: 6,
  fontFamily: 'var(--font)',
  headings: { fontFamily: 'var(--font)', fontWeight: '600' },
  fontSizes: {
    xs: 'var(--fs-12)',
    sm: 'var(--fs-13)',
    md: 'var(--fs-14)',
    lg: 'var(--fs-16)',
    xl: 'var(--fs-20)',
  },
  lineHeights: {
    xs: 'var(--lh-12)',
    sm: 'var(--lh-13)',
    md: 'var(--lh-14)',
    lg: 'var(--lh-16)',
    xl: 'var(--lh-20)',
  },
  spacing: {
    xs: 'var(--s-4)',
    sm: 'var(--s-8)',
    md: 'var(--s-12)',
    lg: 'var(--s-16)',
    xl: 'var(--s-24)',
  },
  radius: {
    xs: 'var(--r-4)',
    sm: 'var(--r-6)',
    md: 'var(--r-6)',
    lg: 'var(--r-8)',
    xl: 'var(--r-12)',
  },
  defaultRadius: 'sm',
  focusRing: 'auto',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    InputWrapper: {
      defaultProps: { inputWrapperOrder: ['label', 'input', 'description', 'error'] },
    },
    Button: { defaultProps: { size: 'sm', loaderProps: { type: 'dots' } } },
    ActionIcon: { defaultProps: { variant: 'subtle', color: 'gray' } },
    Modal: { defaultProps: { centered: true, transitionProps: { duration: 120 } } },
    Drawer: { defaultProps: { position: 'right', transitionProps: { duration: 150 } } },
    Menu: {
      defaultProps: {
        shadow: 'md',
        position: 'bottom-start',
        transitionProps: { duration: 120 },
        // The first line takes the focus: a menu may own nothing else that does.
        withInitialFocusPlaceholder: false,
      },
    },
    // What is typed marks the option that Enter takes.
    Select: { defaultProps: { ...choosing, selectFirstOptionOnChange: true } },
    MultiSelect: { defaultProps: choosing },
    Popover: { defaultProps: { shadow: 'md', transitionProps: { duration: 120 } } },
    Tooltip: { defaultProps: { openDelay: 500, transitionProps: { duration: 80 } } },
  },
});

const scheme = {
  '--mantine-color-body': 'var(--bg)',
  '--mantine-color-text': 'var(--ink)',
  '--mantine-color-dimmed': 'var(--ink-3)',
  '--mantine-color-placeholder': 'var(--ink-3)',
  '--mantine-color-default': 'var(--bg)',
  '--mantine-color-default-hover': 'var(--bg-hover)',
  '--mantine-color-default-color': 'var(--ink)',
  '--mantine-color-default-border': 'var(--line-strong)',
  '--mantine-primary-color-filled': 'var(--accent)',
  '--mantine-primary-color-filled-hover': 'var(--accent-hover)',
  '--mantine-color-thread-filled': 'var(--accent)',
  '--mantine-color-thread-filled-hover': 'var(--accent-hover)',
  '--mantine-color-thread-light': 'var(--thread-tint)',
  '--mantine-color-thread-light-hover': 'var(--thread-tint-2)',
  '--mantine-color-thread-light-color': 'var(--thread-ink)',
  '--mantine-color-thread-text': 'var(--thread-ink)',
  '--mantine-color-anchor': 'var(--thread-ink)',
  '--mantine-color-error': 'var(--bad-ink)',
  '--mantine-color-red-filled': 'var(--bad-fill)',
  '--mantine-color-red-text': 'var(--bad-ink)',
  // Lines of menus take this shade for their words.
  '--mantine-color-red-6': 'var(--bad-ink)',
  '--mantine-color-red-light-color': 'var(--bad-ink)',
  '--mantine-color-red-light': 'var(--bad-tint)',
  '--mantine-color-red-light-hover': 'var(--bad-tint)',
  '--mantine-color-gray-light-color': 'var(--ink-2)',
  '--mantine-color-gray-text': 'var(--ink-2)',
  '--mantine-color-gray-light-hover': 'var(--bg-hover)',
  '--mantine-color-disabled': 'var(--bg-active)',
  '--mantine-color-disabled-color': 'var(--ink-4)',
  '--mantine-color-disabled-border': 'var(--line)',
};

export const cssVariables: CSSVariablesResolver = () => ({
  variables: {
    '--mantine-primary-color-contrast': 'var(--on-accent)',
    '--mantine-shadow-md': 'var(--shadow-pop)',
    '--mantine-shadow-sm': 'var(--shadow-pop)',
    '--mantine-shadow-xl': 'var(--shadow-pop)',
  },
  light: scheme,
  dark: scheme,
});
