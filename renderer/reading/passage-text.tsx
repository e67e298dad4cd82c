import { type RefObject, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { PassageView } from '../../library/items/item-view.ts'
import { preparePassage } from './passage-html.ts'
import styles from './passage-text.module.css'
import { usePictures } from './use-pictures.ts'

interface PassageTextProps {
  readonly passage: PassageView
  /** The item's highest heading level, which becomes h2 below the title. */
  readonly topLevel: number
  readonly textRef?: RefObject<HTMLDivElement | null> | undefined
}

/** A passage as it reads: its heading, or its number run in before the first paragraph, and its text. */
export function PassageText({ passage, topLevel, textRef }: PassageTextProps) {
  const { t } = useTranslation('reading')
  const own = useRef<HTMLDivElement>(null)
  const text = textRef ?? own
  const html = useMemo(
    () =>
      preparePassage(passage.html, {
        copyAddress: (address) => t('passage.copyAddress', { address }),
        table: t('passage.table'),
      }),
    [passage.html, t],
  )
  usePictures(text, html)
  return (
    <div ref={text} className={styles.text} data-type={passage.type} data-level={rank(passage, topLevel)}>
      <Heading passage={passage} topLevel={topLevel} />
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: sanitised by the service and again by preparePassage */}
      {html !== '' && <div className={styles.body} dangerouslySetInnerHTML={{ __html: html }} />}
    </div>
  )
}

function Heading({ passage, topLevel }: { readonly passage: PassageView; readonly topLevel: number }) {
  if (passage.type === 'section' || passage.heading === '') return null
  if (passage.type === 'provision') {
    const Tag = headingTag(Math.min(passage.path.length + 2, 6))
    return <Tag className={styles.number}>{passage.heading}</Tag>
  }
  const Tag = headingTag(rank(passage, topLevel) + 1)
  return <Tag className={styles.heading}>{passage.heading}</Tag>
}

/** 1 for the item's highest headings, 2 for those below them, and so on. */
const rank = (passage: PassageView, topLevel: number) => Math.min(Math.max(passage.level - topLevel + 1, 1), 5)

const TAGS = ['h2', 'h2', 'h2', 'h3', 'h4', 'h5', 'h6'] as const
const headingTag = (level: number) => TAGS[level] ?? 'h6'
