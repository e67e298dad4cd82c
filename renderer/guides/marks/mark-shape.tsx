import type { PictureMark } from '../../../library/meetings/guides/step-guide.schema.ts'
import { drawnMark, type Sides, weightOf } from './drawn-mark.ts'
import styles from './marks.module.css'

interface MarkShapeProps {
  readonly mark: PictureMark
  /** Of a number. */
  readonly number: number | undefined
  readonly sides: Sides
}

/** A mark as it is drawn over a picture: red with a white edge, so that it is seen on any picture. */
export function MarkShape({ mark, number, sides }: MarkShapeProps) {
  const drawn = drawnMark(mark, sides)
  const weight = weightOf(sides)
  if (drawn.shape === 'disc') {
    return (
      <>
        <circle cx={drawn.x} cy={drawn.y} r={drawn.r} className={styles.disc} strokeWidth={weight * 0.7} />
        <text x={drawn.x} y={drawn.y} className={styles.number} fontSize={drawn.r * 1.25}>
          {number}
        </text>
      </>
    )
  }
  const outline = (className: string | undefined, strokeWidth: number) => {
    if (drawn.shape === 'arrow') {
      const [x1, y1, x2, y2] = drawn.shaft
      return (
        <g className={className} strokeWidth={strokeWidth}>
          <line x1={x1} y1={y1} x2={x2} y2={y2} />
          <polygon points={drawn.head.join(' ')} className={styles.head} />
        </g>
      )
    }
    const { shape, ...place } = drawn
    const Shape = shape
    return <Shape {...place} className={className} strokeWidth={strokeWidth} />
  }
  return (
    <>
      {outline(styles.edge, weight * 2)}
      {outline(styles.ink, weight)}
    </>
  )
}
