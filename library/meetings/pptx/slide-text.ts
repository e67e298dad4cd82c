import { xmlText } from '../../feeds/syndication/xml-text.ts'

/** A text as one line of a slide: without what XML has no place for, and without marks that hide or turn words. */
export const slideText = (text: string): string =>
  xmlText(text)
    .replace(/[\u0080-\u009f\u200b\u202a-\u202e\u2060\u2066-\u2069\ufeff]/gu, '')
    .replace(/[\s\u2028\u2029]+/g, ' ')
