import packageFile from '../../../package.json';

export const VERSION = packageFile.version;

/** Every part of the pages that others made is under the MIT licence, but for the typeface. */
const OTHER_LICENCES: Readonly<Record<string, string>> = { '@fontsource/inter': 'SIL OFL 1.1' };

export const PARTS = Object.entries(packageFile.dependencies).map(([name, version]) => ({
  name,
  version,
  licence: OTHER_LICENCES[name] ?? 'MIT',
}));
