import type { StoryEvent } from '../process/process-view.ts'
import type { GateFinding } from './gate-view.ts'

/** Findings with what was said about them: the last word counts, and holds for exactly these words. */
export function withOverrulings(findings: readonly GateFinding[], events: readonly StoryEvent[]): GateFinding[] {
  const words = new Map<string, NonNullable<GateFinding['overruled']>>()
  for (const { type, by, at, reason, detail } of events) {
    if (type !== 'overrule' || typeof detail?.findingId !== 'string') continue
    if (detail.withdrawn === true) words.delete(detail.findingId)
    else words.set(detail.findingId, { by, at, reason: reason ?? '' })
  }
  return findings.map((finding) => {
    const overruled = words.get(finding.id)
    return overruled ? { ...finding, overruled } : finding
  })
}
