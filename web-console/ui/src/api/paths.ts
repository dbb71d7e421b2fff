/** Paths that are asked ahead, by the same text as later. */
export const ME_PATH = '/api/v1/me';
export const CATALOG_PATH = '/api/v1/catalog';
