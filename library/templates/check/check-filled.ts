import type { Finding } from '../finding.ts'
import type { FormData } from '../template-schema.ts'
import { checkDocument } from './check-document.ts'
import type { CheckSurroundings } from './check-surroundings.ts'

interface FilledDocument {
  readonly docx: Uint8Array
  /** What it was filled with. */
  readonly data: FormData
  /** The file's name, for the answer. */
  readonly file: string
  readonly official: boolean | undefined
}

/**
 * Checks a document that was just filled. Values are text: braces that a value brought along are what somebody wrote,
 * so they are to be looked at and hinder nobody; braces of the template were filled by nobody.
 * @throws {TemplateDocumentError} as {@link checkDocument}
 */
export async function checkFilled(
  { docx, data, file, official }: FilledDocument,
  surroundings: CheckSurroundings,
): Promise<readonly Finding[]> {
  const { findings } = await checkDocument(docx, surroundings, { file, official })
  const texts = textsOf(data)
  return findings.map((finding) => (isWritten(finding, texts) ? asWritten(finding) : finding))
}

function isWritten({ rule, place }: Finding, texts: readonly string[]): boolean {
  if (rule !== 'empty-placeholder' || place.type !== 'document' || !/^[{｛«]/.test(place.quote)) return false
  return texts.some((text) => text.includes(place.quote))
}

function asWritten(finding: Finding): Finding {
  const quote = finding.place.type === 'document' ? finding.place.quote : ''
  return {
    ...finding,
    severity: 'should',
    says: `${quote} 是填进去的文字，照原样印出。`,
    why: '它的样子像没有填的占位符。',
  }
}

function textsOf(data: FormData): string[] {
  return Object.values(data).flatMap((value) => {
    if (typeof value === 'string') return [value]
    if (!Array.isArray(value)) return []
    return value.flatMap((row) => Object.values(row).filter((cell) => typeof cell === 'string'))
  })
}
