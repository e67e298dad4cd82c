import { type PointerEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BlurredRegion } from '../../../library/stories/story.schema.ts'
import { LoadingNotice } from '../../design/loading-notice.tsx'
import type { EditablePicture } from './editable-picture.ts'
import styles from './pictures.module.css'
import { isDrawn, movedBy, type Point, regionBetween, regionByKey } from './region.ts'
import { useBlobAddress } from './use-blob-address.ts'

interface PictureStageProps {
  readonly media: EditablePicture
  readonly readOnly: boolean
  readonly chosen: number
  readonly onChoose: (at: number) => void
  readonly onRegions: (regions: readonly BlurredRegion[]) => void
  readonly onRemove: (at: number) => void
}

/** What the pointer is doing: drawing a new region, or carrying one about. */
type Dragging =
  | { readonly kind: 'drawing'; readonly from: Point; readonly to: Point }
  | { readonly kind: 'carrying'; readonly at: number; readonly last: Point }

/** The picture with its regions: drawn and carried by pointer, moved and sized by keys. */
export function PictureStage({ media, readOnly, chosen, onChoose, onRegions, onRemove }: PictureStageProps) {
  const { t } = useTranslation('storyForm')
  const { address, failed } = useBlobAddress(media.sha256, media.mediaType)
  const frame = useRef<HTMLDivElement>(null)
  const [dragging, setDragging] = useState<Dragging>()
  const regions = media.blurred ?? []
  if (failed) return <p className={styles.hint}>{t('media.notReadable')}</p>
  if (!address) return <LoadingNotice />
  const pointOf = ({ clientX, clientY }: PointerEvent): Point => {
    const box = frame.current?.getBoundingClientRect()
    if (!box || box.width === 0 || box.height === 0) return { x: 0, y: 0 }
    return { x: (clientX - box.left) / box.width, y: (clientY - box.top) / box.height }
  }
  const replace = (at: number, region: BlurredRegion) =>
    onRegions(regions.map((one, other) => (other === at ? region : one)))
  const onPointerDown = (event: PointerEvent<HTMLDivElement>) => {
    if (readOnly || event.button !== 0) return
    const point = pointOf(event)
    const taken = (event.target as Element).closest<HTMLElement>('[data-region]')?.dataset.region
    frame.current?.setPointerCapture(event.pointerId)
    if (taken === undefined) {
      event.preventDefault()
      setDragging({ kind: 'drawing', from: point, to: point })
    } else {
      onChoose(Number(taken))
      setDragging({ kind: 'carrying', at: Number(taken), last: point })
    }
  }
  const onPointerMove = (event: PointerEvent) => {
    if (!dragging) return
    const point = pointOf(event)
    if (dragging.kind === 'drawing') return setDragging({ ...dragging, to: point })
    const region = regions[dragging.at]
    if (region) replace(dragging.at, movedBy(region, point.x - dragging.last.x, point.y - dragging.last.y))
    setDragging({ ...dragging, last: point })
  }
  const onPointerUp = () => {
    if (dragging?.kind === 'drawing') {
      const region = regionBetween(dragging.from, dragging.to, 'face')
      if (isDrawn(region) && regions.length < 200) {
        onRegions([...regions, region])
        onChoose(regions.length)
        requestAnimationFrame(() =>
          frame.current?.querySelector<HTMLElement>(`[data-region="${regions.length}"]`)?.focus(),
        )
      }
    }
    setDragging(undefined)
  }
  const drawn = dragging?.kind === 'drawing' ? regionBetween(dragging.from, dragging.to, 'face') : undefined
  return (
    <div
      ref={frame}
      className={styles.stage}
      data-draws={readOnly ? undefined : ''}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={onPointerUp}
      onPointerCancel={() => setDragging(undefined)}
    >
      <img src={address} alt={media.alternative || media.caption || media.name} draggable={false} />
      {regions.map((region, at) => (
        <button
          // biome-ignore lint/suspicious/noArrayIndexKey: regions have no name but their place in the list
          key={at}
          type="button"
          className={styles.region}
          data-region={at}
          data-chosen={at === chosen ? '' : undefined}
          style={boxOf(region)}
          aria-label={t('picture.regionAt', {
            n: at + 1,
            why: t(`picture.whys.${region.why}`),
            left: Math.round(region.x * 100),
            top: Math.round(region.y * 100),
            width: Math.round(region.width * 100),
            height: Math.round(region.height * 100),
          })}
          onFocus={() => onChoose(at)}
          onKeyDown={(event) => {
            if (readOnly) return
            if (event.key === 'Delete' || event.key === 'Backspace') {
              event.preventDefault()
              return onRemove(at)
            }
            const next = regionByKey(region, event)
            if (!next) return
            event.preventDefault()
            replace(at, next)
          }}
        />
      ))}
      {drawn && <span className={styles.drawing} style={boxOf(drawn)} />}
    </div>
  )
}

function boxOf({ x, y, width, height }: BlurredRegion) {
  return { left: `${x * 100}%`, top: `${y * 100}%`, width: `${width * 100}%`, height: `${height * 100}%` }
}
