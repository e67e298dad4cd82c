import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Finding } from '../../../library/templates/finding.ts'
import { paperSheet } from '../../templates/preview/paper-sheet.ts'
import { type RenderedDocument, renderDocument } from '../../templates/preview/render-document.ts'
import styles from './check-page.module.css'
import { rangeOf } from './quote-range.ts'

interface CheckedPageProps {
  readonly label: string
  readonly docx: Blob | undefined
  readonly findings: readonly Finding[]
  readonly current: Finding | undefined
}

/** The document as it looks, with what was found marked in it, and what is being looked at in sight. */
export function CheckedPage({ label, docx, findings, current }: CheckedPageProps) {
  const { t } = useTranslation('office')
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
        setRendered(made)
        setFailed(false)
      },
      () => asked && setFailed(true),
    )
    return () => {
      asked = false
    }
  }, [docx])
  useLayoutEffect(() => {
    const element = host.current
    if (!element || !rendered) return
    const root = element.shadowRoot ?? element.attachShadow({ mode: 'open' })
    const pages = document.createElement('div')
    pages.className = 'pages'
    pages.append(rendered.pages.cloneNode(true))
    root.replaceChildren(pages)
    root.adoptedStyleSheets = [...rendered.sheets, paperSheet(), foundSheet()]
    const room = place.current
    const scale = () => {
      const page = root.querySelector<HTMLElement>('section.docx')
      if (!page || !room) return
      element.style.zoom = '1'
      const [wide, free] = [page.offsetWidth, room.clientWidth - 32]
      element.style.zoom = String(wide > 0 && free > 0 ? Math.min(1, free / wide) : 1)
    }
    scale()
    const watch = new ResizeObserver(scale)
    if (room) watch.observe(room)
    return () => watch.disconnect()
  }, [rendered])
  useLayoutEffect(() => {
    const root = rendered && host.current?.shadowRoot
    if (!root) return
    const paragraphs = [...root.querySelectorAll<HTMLElement>('p')]
    const found = findings.flatMap((finding) => rangeOf(paragraphs, finding.place) ?? [])
    CSS.highlights.set('xinhuo-found', new Highlight(...found))
    const looked = current && rangeOf(paragraphs, current.place)
    if (looked) {
      const highlight = new Highlight(looked)
      highlight.priority = 1
      CSS.highlights.set('xinhuo-looked', highlight)
      bringIntoSight(place.current, looked)
    } else CSS.highlights.delete('xinhuo-looked')
    return () => {
      CSS.highlights.delete('xinhuo-found')
      CSS.highlights.delete('xinhuo-looked')
    }
  }, [rendered, findings, current])
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled by keyboard
    <section ref={place} className={styles.paper} aria-label={label} tabIndex={0}>
      {failed && <p className={styles.muted}>{t('check.noPreview')}</p>}
      <div ref={host} data-document="" />
    </section>
  )
}

let made: CSSStyleSheet | undefined

/** On white paper in every theme. */
function foundSheet(): CSSStyleSheet {
  if (made) return made
  made = new CSSStyleSheet()
  made.replaceSync(`
    ::highlight(xinhuo-found) { background-color: #fbe6a6; color: #1a1a1a; }
    ::highlight(xinhuo-looked) { background-color: #a5321e; color: #fff; }
  `)
  return made
}

function bringIntoSight(room: HTMLElement | null, range: Range): void {
  if (!room) return
  const [outside, inside] = [room.getBoundingClientRect(), range.getBoundingClientRect()]
  if (inside.top >= outside.top + 24 && inside.bottom <= outside.bottom - 24) return
  room.scrollTop += inside.top - outside.top - room.clientHeight / 3
}
