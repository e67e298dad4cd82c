import { readQuestions } from '../bench/questions.ts'
import type { Prepared } from './prepare.ts'
import type { AnsweredQuestion } from './train-on-questions.ts'

/** How many candidates words and meaning give each. */
export const MOST_CANDIDATES = 1000
export const FOLDS = 5

/** The questions of a corpus with the passages that answer them, by number. */
export function readAnsweredQuestions(corpus: string, prepared: Prepared): AnsweredQuestion[] {
  const places = new Map<string, number>()
  prepared.passages.forEach((one, number) => {
    const key = `${one.file}\n${one.heading}`
    if (!places.has(key)) places.set(key, number)
  })
  return readQuestions(corpus).map(({ id, question, relevant }) => {
    const wanted = new Set(relevant.map((one) => `${one.file}\n${one.provision}`))
    return {
      id,
      question,
      bag: prepared.lessons.bags.cut(question),
      answers: [...wanted].map((key) => places.get(key)).filter((place) => place !== undefined),
      wanted: wanted.size,
      lookAlikes: prepared.index.best(question, MOST_CANDIDATES),
    }
  })
}

/** Which fold a question belongs to, 0 … 4, by its id alone (FNV-1a). */
export function foldOf(id: string | number): number {
  let hash = 0x811c9dc5
  for (const character of String(id)) hash = Math.imul(hash ^ character.charCodeAt(0), 0x01000193)
  return ((hash ^ (hash >>> 15)) >>> 0) % FOLDS
}
