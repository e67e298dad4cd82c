import { type DragEvent, useState } from 'react'
import type { PartReference } from '../../../library/meetings/materials/material-view.ts'
import { droppedReferences } from '../adding/dropped-references.ts'

interface DroppedIn {
  readonly readOnly: boolean
  readonly onReferences: (references: readonly PartReference[], at: number | undefined) => void
  /** Pictures for a part, or for the open one. */
  readonly onPictures: (files: readonly File[], partId: string | undefined) => void
}

/** What another window, or the machine's own, drops on the outline: links to passages and items, and pictures. */
export function useDroppedIn({ readOnly, onReferences, onPictures }: DroppedIn) {
  const [dropAt, setDropAt] = useState<number>()
  const brings = (event: DragEvent) =>
    event.dataTransfer.types.includes('Files')
      ? 'files'
      : event.dataTransfer.types.some((type) => type === 'text/uri-list' || type === 'text/plain')
        ? 'links'
        : undefined
  const props = {
    'data-takes-files': '',
    onDragOver: (event: DragEvent) => {
      const what = brings(event)
      if (!what || isField(event)) return
      event.preventDefault()
      event.dataTransfer.dropEffect = readOnly ? 'none' : 'copy'
      if (!readOnly && what === 'links') setDropAt(placeUnder(event))
    },
    onDragLeave: (event: DragEvent) => {
      if (!(event.relatedTarget instanceof Node) || !event.currentTarget.contains(event.relatedTarget)) {
        setDropAt(undefined)
      }
    },
    onDrop: (event: DragEvent) => {
      setDropAt(undefined)
      const what = brings(event)
      if (event.defaultPrevented || !what || isField(event)) return
      event.preventDefault()
      if (readOnly) return
      if (what === 'files') {
        const part = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-part]') : null
        onPictures([...event.dataTransfer.files], part?.dataset.part)
        return
      }
      const { dataTransfer } = event
      const references = droppedReferences(dataTransfer.getData('text/uri-list') || dataTransfer.getData('text/plain'))
      if (references.length > 0) onReferences(references, placeUnder(event))
    },
  }
  return { dropAt, props }
}

/** Before which part the mouse is; undefined beside the outline. */
function placeUnder(event: DragEvent): number | undefined {
  if (!(event.target instanceof Element) || !event.target.closest('[data-outline]')) return undefined
  const row = event.target.closest<HTMLElement>('[data-index]')
  if (!row) return undefined
  const { top, height } = row.getBoundingClientRect()
  return Number(row.dataset.index) + (event.clientY > top + height / 2 ? 1 : 0)
}

/** Words dropped on a field belong into it. */
function isField(event: DragEvent): boolean {
  return (
    !event.dataTransfer.types.includes('Files') &&
    event.target instanceof Element &&
    event.target.closest('input, textarea') !== null
  )
}
