import type { Quality } from '../bench/questions.ts'
import type { AnsweredQuestion } from './train-on-questions.ts'

/** A way of answering, and how well it does. */
export interface QualityRow extends Quality {
  readonly name: string
}

/** Sums up how well rankings answer questions. */
export class QualityMeasure {
  private questions = 0
  private recall10 = 0
  private recall100 = 0
  private mrr10 = 0

  /** @param ranking passages by number, best first; the first hundred count */
  add(question: AnsweredQuestion, ranking: ArrayLike<number>): void {
    const answers = new Set(question.answers)
    this.questions++
    let first = true
    for (let i = 0; i < Math.min(100, ranking.length); i++) {
      if (!answers.has(ranking[i] as number)) continue
      this.recall100 += 1 / question.wanted
      if (i >= 10) continue
      this.recall10 += 1 / question.wanted
      if (first) this.mrr10 += 1 / (i + 1)
      first = false
    }
  }

  row(name: string): QualityRow {
    const mean = (sum: number) => Math.round((sum / Math.max(1, this.questions)) * 10_000) / 10_000
    return { name, recall10: mean(this.recall10), recall100: mean(this.recall100), mrr10: mean(this.mrr10) }
  }
}

/** The rows as a Markdown table. */
export function qualityMarkdown(rows: readonly QualityRow[]): string {
  const cells = rows.map(
    (row) => `| ${row.name} | ${row.recall10.toFixed(3)} | ${row.recall100.toFixed(3)} | ${row.mrr10.toFixed(3)} |`,
  )
  return ['| | recall@10 | recall@100 | MRR@10 |', '|---|---|---|---|', ...cells].join('\n')
}
