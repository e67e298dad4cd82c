import type { DoctorCheck } from '../../library/service/doctor-report.ts'
import { doctorChecksEn } from './doctor-checks.en.ts'

export interface DoctorText {
  readonly name: string
  readonly text: string
  /** In Chinese beside a text in another language: which one it is that is wrong. */
  readonly particulars?: string
}

/** What a check says, in the interface's language. */
export function doctorText({ code, name, ok, detail, todo }: DoctorCheck, language: string): DoctorText {
  if (language !== 'en') return { name, text: todo === undefined ? detail : `${detail} ${todo}` }
  const english = doctorChecksEn[code]
  return ok
    ? { name: english.name, text: english.sound }
    : { name: english.name, text: english.wrong, particulars: detail }
}
