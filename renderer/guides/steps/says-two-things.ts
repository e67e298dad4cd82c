/** Words that lead from one action to the next. 再次, 不再 and the like lead nowhere. */
const LEADS_ON = /然后|接着|随后|之后再|并且|同时|以后再|(?<![不一])再(?![次度三也生婚审见就议贷版])/u

/**
 * Where a step's action says two things: the words before and after what leads from one to the other. A step is one
 * action, so that somebody at a counter can do it and look up again.
 */
export function saysTwoThings(action: string): { readonly first: string; readonly second: string } | undefined {
  const found = LEADS_ON.exec(action)
  if (!found) return undefined
  const first = trimmed(action.slice(0, found.index))
  const second = trimmed(action.slice(found.index + found[0].length))
  return first.length >= 2 && second.length >= 2 ? { first, second } : undefined
}

function trimmed(text: string): string {
  return text.replace(/^[\s，,、；;。]+|[\s，,、；;。]+$/gu, '')
}
