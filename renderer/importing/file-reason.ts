import { skipReasonsEn, warningsEn } from './file-reasons.en.ts'

/** What an import says about one file: a stable code, and a sentence in Chinese. */
interface FileRemark {
  readonly code: string
  readonly reason: string
}

const english: ReadonlyMap<string, string> = new Map(Object.entries({ ...skipReasonsEn, ...warningsEn }))

/** Why a file was skipped or wants looking at, in the interface's language; in Chinese where there is no other text. */
export function fileReason({ code, reason }: FileRemark, language: string): string {
  return (language === 'en' ? english.get(code) : undefined) ?? reason
}
