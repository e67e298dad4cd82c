import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './document-preview.module.css'
import { markWords } from './field-marks.ts'
import { markPageEnds } from './page-ends.ts'
import { paperSheet } from './paper-sheet.ts'
import { markPlaceholders } from './placeholder-marks.ts'
import { type RenderedDocument, renderDocument } from './render-document.ts'

interface DocumentPreviewProps {
  /** What the region is called. */
  readonly label: string
  readonly docx: Blob | undefined
  /** Field paths by the numbers of their marks in the document. */
  readonly paths?: readonly string[] | undefined
  /** The document is a template: its placeholders are marked. */
  readonly placeholders?: boolean | undefined
  /** The field being filled: its words are brought into sight. */
  readonly current?: string | undefined
  /** Fields that something is said about. */
  readonly noted?: readonly string[] | undefined
  readonly onField?: ((path: string) => void) | undefined
}

/** A .docx as it will look, page by page, as wide as there is room. */
export function DocumentPreview(props: DocumentPreviewProps) {
  const { label, docx, paths, placeholders, current, noted, onField } = props
  const { t } = useTranslation('templates')
  const place = useRef<HTMLElement>(null)
  const host = useRef<HTMLDivElement>(null)
  const [rendered, setRendered] = useState<RenderedDocument>()
  const [failed, setFailed] = useState(false)
  useEffect(() => {
    if (!docx) return
    let asked = true
    renderDocument(docx).then(
      (made) => {
        if (!asked) return
        if (placeholders) markPlaceholders(made.pages)
        else markWords(made.pages, paths ?? [])
        setRendered(made)
        setFailed(false)
      },
      () => asked && setFailed(true),
    )
    return () => {
      asked = false
    }
  }, [docx, paths, placeholders])
  useLayoutEffect(() => {
    const element = host.current
    if (!element || !rendered) return
    const root = element.shadowRoot ?? element.attachShadow({ mode: 'open' })
    const pages = document.createElement('div')
    pages.className = 'pages'
    pages.append(rendered.pages.cloneNode(true))
    root.replaceChildren(pages)
    root.adoptedStyleSheets = [...rendered.sheets, paperSheet()]
    element.style.zoom = '1'
    markPageEnds(root, (page) => t('preview.page', { page }))
  }, [rendered, t])
  useFittingWidth(place, host, rendered)
  useLayoutEffect(() => {
    const root = rendered && host.current?.shadowRoot
    if (!root || !place.current) return
    for (const path of noted ?? []) {
      const words = root.querySelectorAll<HTMLElement>(`[data-field="${CSS.escape(path)}"]`)
      for (const element of words) element.dataset.noted = ''
    }
    for (const element of root.querySelectorAll('[data-current]')) element.removeAttribute('data-current')
    if (current === undefined) return
    const words = root.querySelectorAll<HTMLElement>(`[data-field="${CSS.escape(current)}"]`)
    for (const element of words) element.dataset.current = ''
    if (words[0]) bringIntoSight(place.current, words[0])
  }, [rendered, current, noted])
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: a shortcut for the pointer; by keyboard one is in the fields already
    <section
      ref={place}
      className={styles.preview}
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled by keyboard
      tabIndex={0}
      onClick={(event) => {
        const [target] = event.nativeEvent.composedPath()
        const path = target instanceof Element ? target.closest<HTMLElement>('[data-field]')?.dataset.field : undefined
        if (path !== undefined) onField?.(path)
      }}
    >
      {failed && <p className={styles.failed}>{t('preview.failed')}</p>}
      {!rendered && !failed && <p className={styles.waiting}>{t('preview.waiting')}</p>}
      <div ref={host} className={styles.host} data-document="" />
    </section>
  )
}

/** Pages wider than the room are made smaller, never larger. */
function useFittingWidth(
  place: React.RefObject<HTMLElement | null>,
  host: React.RefObject<HTMLElement | null>,
  rendered: RenderedDocument | undefined,
): void {
  useLayoutEffect(() => {
    const [room, element] = [place.current, host.current]
    if (!room || !element || !rendered) return
    const fitPages = () => {
      const page = element.shadowRoot?.querySelector<HTMLElement>('section.docx')
      if (!page) return
      element.style.zoom = '1'
      const wide = page.offsetWidth
      const free = room.clientWidth - 32
      element.style.zoom = String(wide > 0 && free > 0 ? Math.min(1, free / wide) : 1)
    }
    fitPages()
    const watch = new ResizeObserver(fitPages)
    watch.observe(room)
    return () => watch.disconnect()
  }, [place, host, rendered])
}

function bringIntoSight(room: HTMLElement, words: HTMLElement): void {
  const [outside, inside] = [room.getBoundingClientRect(), words.getBoundingClientRect()]
  if (inside.top >= outside.top + 24 && inside.bottom <= outside.bottom - 24) return
  room.scrollTop += inside.top - outside.top - room.clientHeight / 3
}
