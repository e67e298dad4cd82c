import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PictureMark } from '../../../library/meetings/guides/step-guide.schema.ts'
import type { MaterialPicture } from '../../../library/meetings/materials/cited.schema.ts'
import { LoadingNotice } from '../../design/loading-notice.tsx'
import blurred from '../../stories/pictures/pictures.module.css'
import type { Point } from '../../stories/pictures/region.ts'
import { useBlobAddress } from '../../stories/pictures/use-blob-address.ts'
import type { Sides } from './drawn-mark.ts'
import {
  begunBy,
  isDrawn,
  type MarkType,
  MOST_MARKS,
  markBetween,
  markByKey,
  movedBy,
  numberOf,
  sizedBy,
} from './mark.ts'
import { MarkHold } from './mark-hold.tsx'
import { MarkShape } from './mark-shape.tsx'
import styles from './marks.module.css'

interface MarkStageProps {
  readonly picture: MaterialPicture
  readonly marks: readonly PictureMark[]
  /** What the pointer draws; nothing without it. */
  readonly tool: MarkType | undefined
  readonly chosen: string | undefined
  readonly onChoose: (id: string) => void
  /** `typing`: one of many small changes, which are one step to undo. */
  readonly onMarks: (marks: readonly PictureMark[], typing?: boolean) => void
}

/** What the pointer does: it draws a new mark, or has hold of one. */
type Doing =
  | { readonly kind: 'drawing'; readonly type: MarkType; readonly from: Point; readonly to: Point }
  | {
      readonly kind: 'holding'
      readonly how: typeof movedBy
      readonly from: Point
      readonly before: PictureMark
      readonly now: PictureMark
    }

/** The picture with its marks: drawn and carried by pointer, moved and sized by keys. */
export function MarkStage(props: MarkStageProps) {
  const { picture, marks, tool, chosen, onChoose, onMarks } = props
  const { t } = useTranslation('guides')
  const { address, failed, shown } = useBlobAddress(picture.sha256, picture.mediaType)
  const drawing = useRef<SVGSVGElement>(null)
  const [doing, setDoing] = useState<Doing>()
  const latest = useRef<Doing>(undefined)
  const [natural, setNatural] = useState<Sides>()
  if (failed || !shown) return <p className={styles.hint}>{t('picture.notReadable', { name: picture.name })}</p>
  if (!address) return <LoadingNotice />
  const sides = picture.width && picture.height ? { width: picture.width, height: picture.height } : natural
  const pointOf = ({ clientX, clientY }: PointerEvent): Point => {
    const box = drawing.current?.getBoundingClientRect()
    if (!box || box.width === 0 || box.height === 0) return { x: 0, y: 0 }
    return { x: (clientX - box.left) / box.width, y: (clientY - box.top) / box.height }
  }
  // Moves come faster than they are drawn: what counts is what the pointer did, not what was drawn of it last.
  const go = (next: Doing | undefined) => {
    latest.current = next
    setDoing(next)
  }
  const followed = (event: PointerEvent): Doing | undefined => {
    const { current } = latest
    const to = pointOf(event)
    if (current?.kind !== 'holding') return current && { ...current, to }
    return { ...current, now: current.how(current.before, to.x - current.from.x, to.y - current.from.y) }
  }
  const onPointerDown = (event: PointerEvent<SVGSVGElement>) => {
    if (event.button !== 0) return
    const held = (event.target as Element).closest<SVGElement>('[data-mark]')?.dataset.mark
    const before = marks.find(({ id }) => id === held)
    const from = pointOf(event)
    if (before) {
      const handle = (event.target as Element).closest<SVGElement>('[data-handle]')?.dataset.handle
      const how = handle === 'begin' ? begunBy : handle === 'size' ? sizedBy : movedBy
      onChoose(before.id)
      go({ kind: 'holding', how, from, before, now: before })
    } else if (tool && marks.length < MOST_MARKS) {
      event.preventDefault()
      go({ kind: 'drawing', type: tool, from, to: from })
    } else return
    drawing.current?.setPointerCapture(event.pointerId)
  }
  const onPointerMove = (event: PointerEvent) => {
    if (latest.current) go(followed(event))
  }
  const onPointerUp = (event: PointerEvent) => {
    const done = followed(event)
    go(undefined)
    if (done?.kind === 'holding' && JSON.stringify(done.now) !== JSON.stringify(done.before)) {
      onMarks(marks.map((mark) => (mark.id === done.before.id ? done.now : mark)))
    }
    if (done?.kind === 'drawing' && isDrawn(done.type, done.from, done.to)) {
      const mark = markBetween(done.type, done.from, done.to, marks)
      onMarks([...marks, mark])
      focusMark(drawing.current, mark.id)
    }
  }
  const onKeyDown = (event: KeyboardEvent, mark: PictureMark) => {
    if (event.altKey) return
    if (event.key === 'Delete' || event.key === 'Backspace') {
      event.preventDefault()
      const at = marks.indexOf(mark)
      const next = marks[at + 1] ?? marks[at - 1]
      onMarks(marks.filter((one) => one !== mark))
      if (next) focusMark(drawing.current, next.id)
      else requestAnimationFrame(() => drawing.current?.focus())
      return
    }
    const next = markByKey(mark, event)
    if (!next) return
    event.preventDefault()
    onMarks(
      marks.map((one) => (one === mark ? next : one)),
      true,
    )
  }
  const shownMarks = doing?.kind === 'holding' ? marks.map((one) => (one === doing.before ? doing.now : one)) : marks
  const fresh =
    doing?.kind === 'drawing' && isDrawn(doing.type, doing.from, doing.to)
      ? markBetween(doing.type, doing.from, doing.to, marks)
      : undefined
  return (
    <div className={styles.stage} data-draws={tool ? '' : undefined}>
      <img
        src={address}
        alt={picture.alternative || picture.caption || picture.name}
        draggable={false}
        onLoad={({ currentTarget: { naturalWidth, naturalHeight } }) =>
          setNatural({ width: naturalWidth, height: naturalHeight })
        }
      />
      {(picture.blurred ?? []).map(({ x, y, width, height }) => (
        <span
          key={`${x} ${y} ${width} ${height}`}
          className={blurred.cover}
          style={{ left: `${x * 100}%`, top: `${y * 100}%`, width: `${width * 100}%`, height: `${height * 100}%` }}
        />
      ))}
      {sides && (
        // biome-ignore lint/a11y/useSemanticElements: marks on a picture are no set of fields
        <svg
          ref={drawing}
          role="group"
          aria-label={t('marks.on', { n: marks.length })}
          tabIndex={-1}
          className={styles.marks}
          viewBox={`0 0 ${sides.width} ${sides.height}`}
          preserveAspectRatio="none"
          onPointerDown={onPointerDown}
          onPointerMove={onPointerMove}
          onPointerUp={onPointerUp}
          onPointerCancel={() => go(undefined)}
        >
          {shownMarks.map((mark, at) => (
            <MarkHold
              key={mark.id}
              mark={mark}
              number={numberOf(shownMarks, mark.id)}
              sides={sides}
              chosen={mark.id === chosen}
              onFocus={() => onChoose(mark.id)}
              onKeyDown={(event) => onKeyDown(event, marks[at] ?? mark)}
            />
          ))}
          {fresh && <MarkShape mark={fresh} number={numberOf([...marks, fresh], fresh.id)} sides={sides} />}
        </svg>
      )}
    </div>
  )
}

/** Once it is drawn. */
function focusMark(drawing: SVGSVGElement | null, id: string): void {
  requestAnimationFrame(() => drawing?.querySelector<SVGElement>(`[data-mark="${CSS.escape(id)}"]`)?.focus())
}
