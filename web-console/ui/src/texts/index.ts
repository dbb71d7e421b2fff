import { en } from './en';

/** Every word that a person reads comes from here. Another language is another object of this type. */
export type Texts = typeof en;

export const texts: Texts = en;
