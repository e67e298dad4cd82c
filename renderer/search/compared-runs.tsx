import type { ComparedRun } from './compare-texts.ts'
import styles from './pair-dialog.module.css'

interface ComparedRunsProps {
  readonly runs: readonly ComparedRun[]
  readonly mark: 'added' | 'removed'
  /** Said before each marked run to those who do not see the marks. */
  readonly only: string
}

/** The words of one side of a comparison, with those marked that the other has not got. */
export function ComparedRuns({ runs, mark, only }: ComparedRunsProps) {
  return (
    <p className={styles.text}>
      {runs.map((run, i) =>
        run.differs ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: the runs of a comparison never move
          <mark key={i} data-mark={mark}>
            <span className="visually-hidden">{only}</span>
            {run.text}
          </mark>
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: the runs of a comparison never move
          <span key={i}>{run.text}</span>
        ),
      )}
    </p>
  )
}
