import { type RefObject, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { PassageView } from '../../library/items/item-view.ts'
import { headingTag } from './heading-tag.ts'
import { preparePassage } from './passage-html.ts'
import styles from './passage-text.module.css'
import { usePictures } from './use-pictures.ts'

interface PassageTextProps {
  readonly passage: PassageView
  readonly textRef?: RefObject<HTMLDivElement | null> | undefined
}

/** A passage as it reads: its heading, or its number run in before the first paragraph, and its text. */
export function PassageText({ passage, textRef }: PassageTextProps) {
  const { t } = useTranslation('reading')
  const own = useRef<HTMLDivElement>(null)
  const text = textRef ?? own
  const html = useMemo(
    () =>
      preparePassage(passage.html, {
        copyAddress: (address) => t('passage.copyAddress', { address }),
        copy: t('passage.copy'),
        table: t('passage.table'),
      }),
    [passage.html, t],
  )
  usePictures(text, html)
  return (
    <div ref={text} className={styles.text} data-type={passage.type} data-level={passage.path.length + 1}>
      <Heading passage={passage} />
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: sanitised by the service and again by preparePassage */}
      {html !== '' && <div className={styles.body} dangerouslySetInnerHTML={{ __html: html }} />}
    </div>
  )
}

function Heading({ passage }: { readonly passage: PassageView }) {
  if (passage.type === 'section' || passage.heading === '') return null
  const Tag = headingTag(passage.path.length)
  return <Tag className={passage.type === 'provision' ? styles.number : styles.heading}>{passage.heading}</Tag>
}
