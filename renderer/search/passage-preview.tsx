import '../reading/mark-text.css'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type RefObject, useLayoutEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../design/icon.tsx'
import { KindLabel } from '../design/kind-label.tsx'
import { ValidityBadge } from '../design/validity-badge.tsx'
import { useTaking } from '../meetings/taking/taking-context.ts'
import { DeskIcon } from '../reading/desk-icon.tsx'
import { useShownDate } from '../reading/shown-date.ts'
import { ToolButton } from '../reading/tool-button.tsx'
import { itemQuery } from '../reading/use-item.ts'
import { useMarkedText } from '../reading/use-marked-text.ts'
import styles from './passage-preview.module.css'
import { PreviewText } from './preview-text.tsx'
import type { ResultHit } from './result-hits.ts'
import { takeableHit } from './takeable-hit.ts'
import { usePreviewLinks } from './use-preview-links.ts'

interface PassagePreviewProps {
  readonly hit: ResultHit
  /** The words to mark, folded. */
  readonly terms: readonly string[]
  readonly words: string
  readonly chosen: boolean
  readonly onCopy: (hit: ResultHit) => void
  readonly onPair: (hit: ResultHit) => void
  readonly onClose: () => void
  readonly announce: (text: string) => void
}

/** A result in its context beside the list: what it belongs to, and the passage between its neighbours. */
export function PassagePreview(props: PassagePreviewProps) {
  const { hit, terms, words, chosen, onCopy, onPair, onClose } = props
  const { t } = useTranslation('search')
  const { t: meetings } = useTranslation('meetings')
  const take = useTaking()
  const body = useRef<HTMLElement>(null)
  const { data: item, isError, refetch } = useQuery(itemQuery(hit.item.itemId, hit.revision))
  useMarkedText(body, terms, undefined, `${hit.key} ${item?.revision}`)
  usePreviewLinks(body, hit.item.itemId, props.announce)
  useFoundInView(body, `${hit.key} ${item?.revision}`)
  return (
    <section className={styles.preview} aria-label={t('preview.label')}>
      <div className={styles.head}>
        <h2 className={styles.title}>{hit.item.title}</h2>
        <ToolButton label={t('preview.off')} icon={<Icon name="close" />} onClick={onClose} />
      </div>
      <div className={styles.facts}>
        {hit.item.kind === 'policy' && <ValidityBadge validity={hit.item.validity} />}
        <KindLabel kind={hit.item.kind} label={hit.item.label} />
        {hit.item.issuer && <span>{hit.item.issuer}</span>}
        {hit.item.documentNumber && <span>{hit.item.documentNumber}</span>}
        <Dates item={item ?? hit.item} />
      </div>
      <div className={styles.tools}>
        <Link
          to="/item/$itemId"
          params={{ itemId: hit.item.itemId }}
          search={{ revision: hit.revision, q: words }}
          hash={hit.anchor}
          className={styles.open}
          data-opens={hit.key}
        >
          {t('preview.open')}
        </Link>
        <ToolButton
          label={t('cite.copy')}
          icon={<DeskIcon name="quote" />}
          shortcut="y"
          words
          onClick={() => onCopy(hit)}
        />
        <ToolButton
          label={meetings('take.action')}
          icon={<Icon name="meeting" />}
          shortcut="a"
          words
          onClick={() => take(takeableHit(hit))}
        />
        {hit.passage && (
          <ToolButton
            label={t(chosen ? 'pair.unchoose' : 'pair.choose')}
            icon={<DeskIcon name="compare" />}
            shortcut="x"
            pressed={chosen}
            words
            onClick={() => onPair(hit)}
          />
        )}
      </div>
      <section
        ref={body}
        className={styles.body}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
        tabIndex={0}
        aria-label={hit.passage?.provision ?? hit.item.title}
      >
        <PreviewText hit={hit} item={item} failed={isError} onRetry={() => void refetch()} />
      </section>
    </section>
  )
}

interface Dated {
  readonly issuedOn?: string | undefined
  readonly effectiveFrom?: string | undefined
  readonly repealedOn?: string | undefined
  readonly expiresOn?: string | undefined
}

function Dates({ item }: { readonly item: Dated }) {
  const { t } = useTranslation('search')
  const shown = useShownDate()
  const { issuedOn, effectiveFrom, repealedOn, expiresOn } = item
  return (
    <>
      {issuedOn && <span>{t('preview.issued', { date: shown(issuedOn) })}</span>}
      {effectiveFrom && <span>{t('preview.effective', { date: shown(effectiveFrom) })}</span>}
      {repealedOn && <span>{t('preview.repealed', { date: shown(repealedOn) })}</span>}
      {expiresOn && <span>{t('preview.expires', { date: shown(expiresOn) })}</span>}
    </>
  )
}

/** Lets the found passage begin near the top, under the end of the one before. */
function useFoundInView(body: RefObject<HTMLElement | null>, shown: string): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is shown decides where the passage stands
  useLayoutEffect(() => {
    const scroller = body.current
    const found = scroller?.querySelector<HTMLElement>('[data-found]')
    if (scroller) scroller.scrollTop = found ? Math.max(0, found.offsetTop - scroller.clientHeight / 5) : 0
  }, [body, shown])
}
