import type { GateFinding, GateRepair } from './gate-view.ts'

/** Something in a text that must not, or should not, be read by others. Places count UTF-16 code units. */
export interface TextFinding {
  readonly code: Extract<
    GateFinding['code'],
    'resident-id' | 'phone' | 'bank-card' | 'address' | 'plate' | 'minor' | 'other-contact' | 'secrecy'
  >
  readonly severity: GateFinding['severity']
  readonly start: number
  readonly end: number
  readonly quote: string
  readonly says: string
  readonly todo: string
  /** Absent where no change of words is safe without a person's judgement. */
  readonly repair?: GateRepair | undefined
}
