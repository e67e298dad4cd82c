import type { PictureMark } from '../../../library/meetings/guides/step-guide.schema.ts'
import type { Sides } from './drawn-mark.ts'
import { numberOf } from './mark.ts'
import { MarkShape } from './mark-shape.tsx'
import styles from './marks.module.css'

interface PictureMarksProps {
  readonly marks: readonly PictureMark[]
  /** Pixels of the picture: the drawing has its ratio. */
  readonly sides: Sides
}

/** The marks of a step, lying exactly over its picture wherever that is fitted; what they say is told beside it. */
export function PictureMarks({ marks, sides }: PictureMarksProps) {
  return (
    <svg className={styles.marks} viewBox={`0 0 ${sides.width} ${sides.height}`} aria-hidden="true">
      {marks.map((mark) => (
        <MarkShape key={mark.id} mark={mark} number={numberOf(marks, mark.id)} sides={sides} />
      ))}
    </svg>
  )
}
