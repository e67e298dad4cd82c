import { own } from '../document/field-lookup.ts'
import { printValue } from '../document/print-value.ts'
import { parseTag } from '../document/tag.ts'
import type { FormData, TemplateSchema } from '../template-schema.ts'

/** Bytes of UTF-8, so that the name, a number and an ending fit NTFS, exFAT and ext4 (255). */
const LONGEST_BYTES = 180
/** Names that Windows keeps for devices, whatever follows their first dot. */
const RESERVED = /^(?:con|prn|aux|nul|com[\d¹²³]|lpt[\d¹²³])(?=\.|$)/i

/**
 * The name of a made file without its ending, legal on Windows: from the schema's pattern, or the template's title
 * and the day.
 * @param today `YYYY-MM-DD`
 * @param pattern instead of the schema's
 */
export function fileNameOf(
  schema: TemplateSchema,
  title: string,
  data: FormData,
  today: string,
  pattern: string | undefined = schema['x-file-name'],
): string {
  const filled = pattern?.replace(/\{([^{}]*)\}/g, (_whole, inside: string) => {
    const { name, filters } = parseTag(inside)
    const value = own(data, name)
    return value === undefined || typeof value === 'object'
      ? ''
      : printValue(value, own(schema.properties, name), filters)
  })
  const name = portable((filled ?? '').replace(/^[-_—\s]+|[-_—\s]+$/g, ''))
  return name === '' ? portable(`${title} ${today}`) || '未命名' : name
}

function portable(text: string): string {
  const legal = text
    .toWellFormed()
    .normalize('NFC')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must not get into a file name.
    .replace(/[\u0000-\u001f\u007f-\u009f<>:"/\\|?*\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufffd]/g, '_')
    .replace(/^[. ~]+/, '')
  let short = ''
  for (const character of legal) {
    if (Buffer.byteLength(short + character) > LONGEST_BYTES) break
    short += character
  }
  short = short.replace(/[. ]+$/, '')
  return RESERVED.test(short) ? `_${short}` : short
}
