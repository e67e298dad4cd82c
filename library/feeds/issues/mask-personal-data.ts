import { personalDataIn } from '../../stories/gate/check-text.ts'

/** In the place of what is left out. */
const LEFT_OUT = '（略）'

/** A text of somebody else's, or of the record, without what must not be public: it goes on without these words. */
export function maskPersonalData(text: string): string {
  const findings = personalDataIn(text).filter(({ severity }) => severity === 'must')
  let masked = ''
  let from = 0
  for (const { start, end, repair } of findings.toSorted((a, b) => a.start - b.start)) {
    if (start < from) continue
    masked += text.slice(from, start) + (repair?.type === 'mask' ? (repair.replacement ?? LEFT_OUT) : LEFT_OUT)
    from = end
  }
  const rest = masked + text.slice(from)
  // What a mask leaves may read as something else that must not be public.
  return personalDataIn(rest).some(({ severity }) => severity === 'must') ? LEFT_OUT : rest
}
