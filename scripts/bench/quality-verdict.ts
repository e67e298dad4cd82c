import type { Quality } from './questions.ts'
import { mark } from './row.ts'

/** What is wanted of questions that the model has not seen; each is a share of 1. */
const WANTED = [
  ['recall@10', 'recall10', 0.58],
  ['recall@100', 'recall100', 0.8],
  ['MRR@10', 'mrr10', 0.48],
] as const

/** One line that judges what ships: the last row of the five-fold table. */
export const qualityVerdict = (quality: Quality): string =>
  `Wanted of the last line: ${WANTED.map(([name, key, least]) => `${name} ≥ ${least.toFixed(2)} ${mark(quality[key] >= least)}`).join(', ')}`
