/** What a person needs to know when something could not be done. All texts are plain Chinese sentences. */
export interface ErrorFacts<Code extends string> {
  /** Stable, upper-case; callers switch on this and the interface translates by it. */
  readonly code: Code
  /** What happened. */
  readonly what: string
  /** Why, as far as it is known. */
  readonly why?: string
  /** What is safe and what to do next. */
  readonly todo?: string
  readonly cause?: unknown
}

/** The base of every error this project throws on purpose. Only the edge turns it into a dialog, a status or an exit code. */
export class AppError<Code extends string = string> extends Error {
  readonly code: Code
  readonly what: string
  readonly why: string | undefined
  readonly todo: string | undefined

  constructor(facts: ErrorFacts<Code>) {
    super(
      oneSentence(facts.what, facts.why, facts.todo),
      facts.cause === undefined ? undefined : { cause: facts.cause },
    )
    this.name = new.target.name
    this.code = facts.code
    this.what = facts.what
    this.why = facts.why
    this.todo = facts.todo
  }
}

/** Joins the parts as they are read aloud, closing those that do not end by themselves. */
function oneSentence(...parts: (string | undefined)[]): string {
  return parts
    .filter((part) => part !== undefined && part !== '')
    .map((part, index, all) => (index < all.length - 1 && !/[。！？：；.!?:;]$/.test(part ?? '') ? `${part}。` : part))
    .join('')
}
