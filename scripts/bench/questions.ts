import { readFileSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'

const Question = z.object({
  id: z.union([z.string(), z.number()]),
  question: z.string(),
  relevant: z.array(z.object({ provision: z.string(), file: z.string() })),
})
export type Question = z.infer<typeof Question>

/** Real questions with the provisions that answer them. */
export function readQuestions(corpus: string): Question[] {
  const lines = readFileSync(path.join(corpus, 'questions.train.jsonl'), 'utf8').split('\n')
  return lines.filter((line) => line !== '').map((line) => Question.parse(JSON.parse(line)))
}

const Synonyms = z.array(z.object({ everyday: z.string(), official: z.array(z.string()) }))

/** What people type into the box: the official words of our own vocabulary. */
export function vocabularyWords(projectRoot: string): string[] {
  const file = path.join(projectRoot, 'content/vocabulary/synonyms.yaml')
  return [...new Set(Synonyms.parse(parse(readFileSync(file, 'utf8'))).flatMap((entry) => entry.official))]
}

export interface Quality {
  readonly recall10: number
  readonly recall100: number
  /** Mean reciprocal rank of the first relevant passage among the first ten. */
  readonly mrr10: number
}

/** Compares hits, best first, with what is relevant; a hit counts when its source and provision are both named. */
export function measureQuality(
  questions: readonly Question[],
  answers: ReadonlyMap<Question['id'], readonly { readonly source: string; readonly provision?: string | undefined }[]>,
): Quality {
  const key = (file: string, provision: string | undefined) => `${file}\n${provision ?? ''}`
  let recall10 = 0
  let recall100 = 0
  let mrr10 = 0
  for (const { id, relevant } of questions) {
    const wanted = new Set(relevant.map((one) => key(one.file, one.provision)))
    const hits = (answers.get(id) ?? []).map((hit) => key(hit.source, hit.provision))
    const found = (most: number) => new Set(hits.slice(0, most).filter((hit) => wanted.has(hit))).size / wanted.size
    recall10 += found(10)
    recall100 += found(100)
    const first = hits.slice(0, 10).findIndex((hit) => wanted.has(hit))
    if (first !== -1) mrr10 += 1 / (first + 1)
  }
  const mean = (sum: number) => sum / questions.length
  return { recall10: mean(recall10), recall100: mean(recall100), mrr10: mean(mrr10) }
}
