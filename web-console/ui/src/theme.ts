import {
  Badge,
  Combobox,
  createTheme,
  type CSSVariablesResolver,
  defaultVariantColorsResolver,
  Drawer,
  type MantineColorsTuple,
  Menu,
  Modal,
  Notification,
  Table,
  type VariantColorsResolver,
} from '@mantine/core';
import { DateTimePicker } from '@mantine/dates';
import { texts } from './texts';

const harbour: MantineColorsTuple = [
  '#e8f6f8', '#d3eaee', '#a6d5dd', '#76bfcb', '#4fadbd', '#379fb1', '#2791a4', '#147588', '#0b5563', '#073e49',
];

/** Darker than the library's from the shade on that buttons and outlines have: white on it, and it on white, meet WCAG AA. */
const red: MantineColorsTuple = [
  '#fff5f5', '#ffe3e3', '#ffc9c9', '#ffa8a8', '#ff8787', '#ff6b6b', '#e03131', '#c92a2a', '#b02525', '#971f1f',
];

/** The same for what warns. */
const orange: MantineColorsTuple = [
  '#fff4e6', '#ffe8cc', '#ffd8a8', '#ffc078', '#ffa94d', '#ff922b', '#d9480f', '#b93f0c', '#a5380b', '#8f3009',
];

/** Light badges get dark text on the palest shade but one, and in the dark the reverse: enough contrast for WCAG AA in every colour. */
const variantColors: VariantColorsResolver = (input) => {
  const resolved = defaultVariantColorsResolver(input);
  if (input.variant === 'light') {
    const color = input.color ?? 'gray';
    return { ...resolved, background: `var(--mantine-color-${color}-light-background, var(--mantine-color-${color}-light))`, color: 'var(--mantine-color-text)' };
  }
  return resolved;
};

/** Made anew when the language changes, because parts of the library have names that are read aloud. */
export const themeInPresentLanguage = () =>
  createTheme({
    primaryColor: 'harbour',
    primaryShade: 7,
    colors: { harbour, red, orange },
    fontFamily: 'Inter, system-ui, sans-serif',
    headings: { fontFamily: 'Inter, system-ui, sans-serif', fontWeight: '600' },
    defaultRadius: 'md',
    cursorType: 'pointer',
    respectReducedMotion: true,
    variantColorResolver: variantColors,
    components: {
      Badge: Badge.extend({ defaultProps: { miw: 'max-content' } }),
      // What can be chosen is there once a list is opened: lists that nobody opens would be placed and measured with each page.
      Combobox: Combobox.extend({ defaultProps: { keepMounted: false } }),
      DateTimePicker: DateTimePicker.extend({
        defaultProps: { valueFormat: texts.formats.dateAndTime, ariaLabels: texts.calendar.labels, submitButtonProps: { 'aria-label': texts.calendar.take },
          clearButtonProps: { 'aria-label': texts.clear }, timePickerProps: { 'aria-label': texts.calendar.time } },
      }),
      Drawer: Drawer.extend({ defaultProps: { closeButtonProps: { 'aria-label': texts.close } }, styles: { title: { fontWeight: 600 } } }),
      InputClearButton: { defaultProps: { 'aria-label': texts.clear } },
      // The library's placeholder for the first focus is not an item, which a menu must not hold.
      Menu: Menu.extend({ defaultProps: { withInitialFocusPlaceholder: false } }),
      Modal: Modal.extend({ defaultProps: { closeButtonProps: { 'aria-label': texts.close } }, styles: { title: { fontWeight: 600 } } }),
      Notification: Notification.extend({
        defaultProps: { closeButtonProps: { 'aria-label': texts.close } },
        styles: { description: { color: 'var(--mantine-color-text)' } },
      }),
      Table: Table.extend({ defaultProps: { highlightOnHoverColor: 'var(--hover-background)' } }),
    },
  });

const BADGES = ['blue', 'green', 'red', 'orange', 'gray', 'yellow', 'harbour'];

/** The library's own grey for secondary text is too light for WCAG AA. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': 'var(--mantine-color-gray-7)',
    '--mantine-color-placeholder': 'var(--mantine-color-gray-7)',
    '--mantine-color-error': 'var(--mantine-color-red-7)',
    '--page-background': 'var(--mantine-color-gray-0)',
    '--quiet-background': 'var(--mantine-color-gray-0)',
    '--selected-background': 'var(--mantine-color-harbour-0)',
    '--hover-background': 'var(--mantine-color-gray-1)',
    '--slider-background': 'var(--mantine-color-gray-6)',
    '--coverage-exported': 'var(--mantine-color-green-1)',
    '--coverage-late': 'var(--mantine-color-yellow-1)',
    '--coverage-missing': 'var(--mantine-color-red-1)',
    '--coverage-underway': 'var(--mantine-color-blue-1)',
    ...Object.fromEntries(BADGES.map((color) => [`--mantine-color-${color}-light-background`, `var(--mantine-color-${color}-1)`])),
  },
  dark: {
    '--mantine-color-dimmed': 'var(--mantine-color-dark-1)',
    '--mantine-color-placeholder': 'var(--mantine-color-dark-1)',
    '--mantine-color-error': 'var(--mantine-color-red-4)',
    '--page-background': 'var(--mantine-color-dark-8)',
    '--quiet-background': 'var(--mantine-color-dark-6)',
    '--selected-background': '#12333a',
    '--hover-background': 'var(--mantine-color-dark-6)',
    '--slider-background': 'var(--mantine-color-dark-3)',
    '--coverage-exported': '#1e3a24',
    '--coverage-late': '#453a14',
    '--coverage-missing': '#4a1f1f',
    '--coverage-underway': '#1b3350',
  },
});
