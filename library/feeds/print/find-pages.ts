import { loadPdfParser } from '../../importing/readers/pdf-reader.ts'

/** The page, from 1, on which each code stands first; what stands nowhere is left out. */
export async function findPages(pdf: Uint8Array, codes: readonly string[]): Promise<Map<string, number>> {
  const { getDocument, VerbosityLevel } = await loadPdfParser()
  const task = getDocument({
    data: new Uint8Array(pdf),
    disableFontFace: true,
    useSystemFonts: false,
    verbosity: VerbosityLevel.ERRORS,
  })
  const found = new Map<string, number>()
  try {
    const document = await task.promise
    for (let number = 1; number <= document.numPages && found.size < codes.length; number++) {
      const { items } = await (await document.getPage(number)).getTextContent()
      const text = items
        .map((item) => ('str' in item ? item.str : ''))
        .join('')
        .replace(/\s/g, '')
      for (const code of codes) if (!found.has(code) && text.includes(code)) found.set(code, number)
    }
  } finally {
    await task.destroy()
  }
  return found
}
