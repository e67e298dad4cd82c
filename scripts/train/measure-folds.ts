import { type FusionCandidates, fuseRanks } from '../../library/search/meaning/rank-fusion.ts'
import { FOLDS, foldOf } from './answered-questions.ts'
import type { Embedding } from './embedding.ts'
import { rankingOf, sumScores } from './measure-ranking.ts'
import type { Prepared } from './prepare.ts'
import { QualityMeasure, type QualityRow } from './quality-table.ts'
import { AskedModel } from './question-candidates.ts'
import { topPlaces } from './top-places.ts'
import { type FusionLesson, type FusionOptions, trainFusion } from './train-fusion.ts'
import type { AnsweredQuestion } from './train-on-questions.ts'

export const FUSION: FusionOptions = { units: 8, rounds: 8, seed: 5 }

/** What models that have not seen a question find for it. */
export interface UnseenAnswers {
  readonly question: AnsweredQuestion
  readonly candidates: FusionCandidates
  /** Passages by meaning alone. */
  readonly nearest: Uint32Array
}

/**
 * Answers each question with a model that has not seen it.
 * @param train gives the model of these questions, all but those of a fold
 */
export function answerUnseen(
  prepared: Prepared,
  questions: readonly AnsweredQuestion[],
  train: (learned: readonly AnsweredQuestion[], fold: number) => Embedding,
): UnseenAnswers[] {
  return Array.from({ length: FOLDS }, (_, fold) => {
    const learned = questions.filter((one) => foldOf(one.id) !== fold && one.answers.length > 0)
    const asked = new AskedModel(train(learned, fold), prepared, learned)
    return answersOf(
      asked,
      questions.filter((one) => foldOf(one.id) === fold),
    )
  }).flat()
}

/** Answers questions with a model that has seen none at all. */
export function answerUntaught(
  base: Embedding,
  prepared: Prepared,
  questions: readonly AnsweredQuestion[],
): UnseenAnswers[] {
  return answersOf(new AskedModel(base, prepared, []), questions)
}

function answersOf(asked: AskedModel, questions: readonly AnsweredQuestion[]): UnseenAnswers[] {
  return questions.map((question) => ({
    question,
    candidates: asked.candidates(question),
    nearest: topPlaces(asked.meaningOf(question), 100),
  }))
}

/** What the fusion learns from: answers of models that had not seen their questions. */
export function fusionLessons(answers: readonly UnseenAnswers[]): FusionLesson[] {
  return answers.map(({ question, candidates }) => ({
    candidates,
    answers: question.answers.map((one) => candidates.passages.indexOf(one)).filter((place) => place >= 0),
  }))
}

/** Measures ranking with a fusion that, fold by fold, has not seen the questions either. */
export function measureFused(answers: readonly UnseenAnswers[], name: string): QualityRow {
  const measure = new QualityMeasure()
  for (let fold = 0; fold < FOLDS; fold++) {
    const isOwn = (one: UnseenAnswers) => foldOf(one.question.id) === fold
    const weights = trainFusion(fusionLessons(answers.filter((one) => !isOwn(one))), FUSION)
    for (const one of answers.filter(isOwn))
      measure.add(one.question, rankingOf(one.candidates, fuseRanks(one.candidates, weights)))
  }
  return measure.row(name)
}

/** Measures ranking by the plain sum of both evidences. */
export function measureSum(answers: readonly UnseenAnswers[], name: string): QualityRow {
  const measure = new QualityMeasure()
  for (const { question, candidates } of answers) {
    measure.add(question, rankingOf(candidates, sumScores(candidates)))
  }
  return measure.row(name)
}

export function measureWords(answers: readonly UnseenAnswers[], name: string): QualityRow {
  const measure = new QualityMeasure()
  for (const { question } of answers) measure.add(question, question.lookAlikes)
  return measure.row(name)
}

export function measureMeaning(answers: readonly UnseenAnswers[], name: string): QualityRow {
  const measure = new QualityMeasure()
  for (const { question, nearest } of answers) measure.add(question, nearest)
  return measure.row(name)
}
