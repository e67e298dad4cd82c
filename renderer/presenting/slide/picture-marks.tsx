import type { PictureMark } from '../../../library/meetings/guides/step-guide.schema.ts'
import { drawnMark, type Sides, weightOf } from '../../guides/marks/drawn-mark.ts'
import styles from './slide-view.module.css'

interface PictureMarksProps {
  readonly marks: readonly PictureMark[]
  /** Pixels of the picture: the drawing has its ratio, and lies on it exactly wherever it is fitted. */
  readonly sides: Sides
}

/** The numbers, frames, circles and arrows of a guide, drawn over its picture. */
export function PictureMarks({ marks, sides }: PictureMarksProps) {
  const weight = weightOf(sides)
  return (
    <svg className={styles.marks} viewBox={`0 0 ${sides.width} ${sides.height}`} aria-hidden="true">
      {marks.map((mark, at) => {
        const drawn = drawnMark(mark, sides)
        const line = { className: styles.mark, strokeWidth: weight }
        if (drawn.shape === 'rect') return <rect {...shapeOf(drawn)} {...line} key={mark.id} />
        if (drawn.shape === 'ellipse') return <ellipse {...shapeOf(drawn)} {...line} key={mark.id} />
        if (drawn.shape === 'arrow') {
          const [x1, y1, x2, y2] = drawn.shaft
          return (
            <g key={mark.id}>
              <line className={styles.mark} strokeWidth={weight} x1={x1} y1={y1} x2={x2} y2={y2} />
              <polygon className={styles.markHead} points={drawn.head.join(' ')} />
            </g>
          )
        }
        const number = marks.slice(0, at + 1).filter(({ type }) => type === 'number').length
        return (
          <g key={mark.id}>
            <circle className={styles.markNumber} cx={drawn.x} cy={drawn.y} r={drawn.r} strokeWidth={weight / 2} />
            <text className={styles.markText} x={drawn.x} y={drawn.y} fontSize={drawn.r * 1.2}>
              {number}
            </text>
          </g>
        )
      })}
    </svg>
  )
}

function shapeOf<Drawn extends { readonly shape: string }>({ shape: _, ...rest }: Drawn): Omit<Drawn, 'shape'> {
  return rest
}
