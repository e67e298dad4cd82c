import type { EvidenceLevel, StoryRecord } from './story.schema.ts'

const LEVELS: Readonly<Record<StoryRecord['evidence']['kinds'][number], EvidenceLevel>> = {
  told: 1,
  seen: 2,
  picture: 2,
  document: 3,
  register: 3,
  statistics: 3,
}

/** How well the result is known: the best of its kinds; told, where only words say how. */
export function evidenceLevel({ evidence }: Pick<StoryRecord, 'evidence'>): EvidenceLevel {
  const said: EvidenceLevel = evidence.how.trim() === '' ? 0 : 1
  return evidence.kinds.reduce<EvidenceLevel>((best, kind) => (LEVELS[kind] > best ? LEVELS[kind] : best), said)
}
