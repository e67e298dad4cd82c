import { type DragEvent, useRef } from 'react'

/**
 * For a desk that takes files wherever they are dropped on it; places of their own within it come first.
 * @param onFiles undefined while it takes none: then a drop does nothing, and leads nowhere else either
 */
export function useDropAnywhere(onFiles: ((files: readonly File[]) => void) | undefined) {
  const latest = useRef(onFiles)
  latest.current = onFiles
  return {
    'data-takes-files': '',
    onDragOver: (event: DragEvent) => {
      if (event.defaultPrevented || !event.dataTransfer.types.includes('Files')) return
      event.preventDefault()
      event.dataTransfer.dropEffect = latest.current ? 'copy' : 'none'
    },
    onDrop: (event: DragEvent) => {
      if (event.defaultPrevented || event.dataTransfer.files.length === 0) return
      event.preventDefault()
      latest.current?.([...event.dataTransfer.files])
    },
  }
}
