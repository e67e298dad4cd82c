import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { PictureMark } from '../../../library/meetings/guides/step-guide.schema.ts'
import { drawnMark, type Sides, weightOf } from './drawn-mark.ts'
import { MarkShape } from './mark-shape.tsx'
import styles from './marks.module.css'

interface MarkHoldProps {
  readonly mark: PictureMark
  readonly number: number | undefined
  readonly sides: Sides
  readonly chosen: boolean
  readonly onFocus: () => void
  readonly onKeyDown: (event: KeyboardEvent) => void
}

/** A mark that can be taken hold of, by pointer at itself and its handles and by keys. */
export function MarkHold({ mark, number, sides, chosen, onFocus, onKeyDown }: MarkHoldProps) {
  const { t } = useTranslation('guides')
  const weight = weightOf(sides)
  const drawn = drawnMark(mark, sides)
  const percent = (fraction: number) => Math.round(fraction * 100)
  const where =
    mark.type === 'arrow'
      ? t('marks.atArrow', { x: percent(mark.x), y: percent(mark.y), toX: percent(mark.toX), toY: percent(mark.toY) })
      : mark.type === 'number'
        ? t('marks.at', { x: percent(mark.x), y: percent(mark.y) })
        : t('marks.atBox', {
            x: percent(mark.x),
            y: percent(mark.y),
            width: percent(mark.width),
            height: percent(mark.height),
          })
  return (
    // biome-ignore lint/a11y/useSemanticElements: a part of a drawing cannot be an HTML button
    <g
      role="button"
      tabIndex={0}
      data-mark={mark.id}
      className={styles.mark}
      aria-label={[t(`marks.${mark.type}`, { n: number ?? '' }), mark.says, where].filter(Boolean).join('，')}
      onFocus={onFocus}
      onKeyDown={onKeyDown}
    >
      {drawn.shape === 'arrow' ? (
        <line
          x1={drawn.shaft[0]}
          y1={drawn.shaft[1]}
          x2={drawn.head[0]?.[0]}
          y2={drawn.head[0]?.[1]}
          className={styles.hit}
          strokeWidth={weight * 6}
        />
      ) : drawn.shape === 'disc' ? (
        <circle cx={drawn.x} cy={drawn.y} r={drawn.r * 1.3} className={styles.hit} />
      ) : (
        <rect {...boxOf(mark, sides)} className={styles.hit} strokeWidth={weight * 4} />
      )}
      <MarkShape mark={mark} number={number} sides={sides} />
      {chosen && (
        <>
          <rect {...grown(boxOf(mark, sides), weight * 2)} className={styles.frame} />
          {mark.type !== 'number' && <Handles mark={mark} sides={sides} size={weight * 3} />}
        </>
      )}
    </g>
  )
}

function Handles({ mark, sides, size }: { readonly mark: PictureMark; readonly sides: Sides; readonly size: number }) {
  const { x, y, width, height } = boxOf(mark, sides)
  const handle = (name: 'size' | 'begin', middleX: number, middleY: number) => (
    <rect
      key={name}
      data-handle={name}
      x={middleX - size / 2}
      y={middleY - size / 2}
      width={size}
      height={size}
      className={styles.handle}
    />
  )
  if (mark.type !== 'arrow') return handle('size', x + width, y + height)
  return (
    <>
      {handle('begin', mark.x * sides.width, mark.y * sides.height)}
      {handle('size', mark.toX * sides.width, mark.toY * sides.height)}
    </>
  )
}

interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

function boxOf(mark: PictureMark, sides: Sides): Box {
  const drawn = drawnMark(mark, sides)
  if (drawn.shape === 'disc') {
    return { x: drawn.x - drawn.r, y: drawn.y - drawn.r, width: drawn.r * 2, height: drawn.r * 2 }
  }
  if (mark.type === 'arrow') {
    const [x, y] = [Math.min(mark.x, mark.toX) * sides.width, Math.min(mark.y, mark.toY) * sides.height]
    return {
      x,
      y,
      width: Math.abs(mark.toX - mark.x) * sides.width,
      height: Math.abs(mark.toY - mark.y) * sides.height,
    }
  }
  if (mark.type === 'number') return { x: 0, y: 0, width: 0, height: 0 }
  return {
    x: mark.x * sides.width,
    y: mark.y * sides.height,
    width: mark.width * sides.width,
    height: mark.height * sides.height,
  }
}

function grown({ x, y, width, height }: Box, by: number): Box {
  return { x: x - by, y: y - by, width: width + by * 2, height: height + by * 2 }
}
