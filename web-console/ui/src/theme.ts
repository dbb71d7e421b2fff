import {
  Badge,
  createTheme,
  type CSSVariablesResolver,
  defaultVariantColorsResolver,
  Drawer,
  type MantineColorsTuple,
  Modal,
  Notification,
  type VariantColorsResolver,
} from '@mantine/core';
import { texts } from './texts';

const harbour: MantineColorsTuple = [
  '#e8f6f8', '#d3eaee', '#a6d5dd', '#76bfcb', '#4fadbd', '#379fb1', '#2791a4', '#147588', '#0b5563', '#073e49',
];

/** Light badges get dark text on the palest shade but one: enough contrast for WCAG AA in every colour. */
const variantColors: VariantColorsResolver = (input) => {
  const resolved = defaultVariantColorsResolver(input);
  if (input.variant === 'light') {
    const color = input.color ?? 'gray';
    return { ...resolved, background: `var(--mantine-color-${color}-1)`, color: 'var(--mantine-color-dark-8)' };
  }
  return resolved;
};

export const theme = createTheme({
  primaryColor: 'harbour',
  primaryShade: { light: 7, dark: 5 },
  colors: { harbour },
  fontFamily: 'Inter, system-ui, sans-serif',
  headings: { fontFamily: 'Inter, system-ui, sans-serif', fontWeight: '600' },
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  variantColorResolver: variantColors,
  components: {
    Badge: Badge.extend({ defaultProps: { miw: 'max-content' } }),
    Drawer: Drawer.extend({ defaultProps: { closeButtonProps: { 'aria-label': texts.close } } }),
    Modal: Modal.extend({ defaultProps: { closeButtonProps: { 'aria-label': texts.close } } }),
    Notification: Notification.extend({
      defaultProps: { closeButtonProps: { 'aria-label': texts.close } },
      styles: { description: { color: 'var(--mantine-color-dark-8)' } },
    }),
  },
});

/** The library's own grey for secondary text is too light for WCAG AA. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': 'var(--mantine-color-gray-7)',
    '--mantine-color-placeholder': 'var(--mantine-color-gray-7)',
    '--mantine-color-error': 'var(--mantine-color-red-9)',
  },
  dark: {},
});
