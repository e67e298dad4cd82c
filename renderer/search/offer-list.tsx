import { useTranslation } from 'react-i18next'
import { Icon } from '../design/icon.tsx'
import { KindLabel } from '../design/kind-label.tsx'
import { MarkedText } from '../design/marked-text.tsx'
import { ValidityBadge } from '../design/validity-badge.tsx'
import styles from './search-box.module.css'
import type { Offer } from './use-offers.ts'
import { wordsToShow } from './words-to-show.ts'

interface OfferListProps {
  readonly id: string
  readonly offers: readonly Offer[]
  readonly active: number
  readonly onTake: (offer: Offer) => void
  readonly onPoint: (index: number) => void
}

export function optionId(listId: string, index: number): string {
  return `${listId}-${index}`
}

/** The list under the search box; focus stays in the box, which names the active line. */
export function OfferList({ id, offers, active, onTake, onPoint }: OfferListProps) {
  const { t } = useTranslation()
  return (
    <div
      id={id}
      role="listbox"
      aria-label={t('searchBox.suggestions')}
      className={styles.list}
      hidden={offers.length === 0}
    >
      {offers.map((offer, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: keys go to the box, which owns the list
        <div
          key={offerKey(offer)}
          id={optionId(id, index)}
          role="option"
          tabIndex={-1}
          aria-selected={index === active}
          data-type={offer.type}
          className={styles.option}
          onPointerDown={(event) => event.preventDefault()}
          onPointerMove={() => onPoint(index)}
          onClick={() => onTake(offer)}
        >
          <OfferLine offer={offer} />
        </div>
      ))}
    </div>
  )
}

function OfferLine({ offer }: { readonly offer: Offer }) {
  const { t } = useTranslation()
  switch (offer.type) {
    case 'title':
      return (
        <>
          <span className={styles.title}>
            {offer.suggestion.title} {offer.suggestion.provision}
          </span>
          <span className={styles.end}>
            {offer.suggestion.why && <span className={styles.reason}>{offer.suggestion.why}</span>}
            <KindLabel kind={offer.suggestion.kind} />
            {offer.suggestion.kind === 'policy' && <ValidityBadge validity={offer.suggestion.validity} />}
          </span>
        </>
      )
    case 'passage':
      return (
        <span className={styles.passage}>
          <span className={styles.from}>
            {offer.hit.title} {offer.hit.provision}
          </span>
          <span className={styles.snippet}>
            <MarkedText text={offer.hit.snippet} marks={offer.hit.marks} />
          </span>
        </span>
      )
    case 'words':
      return (
        <>
          <span className={styles.title}>{offer.words}</span>
          <span className={styles.end}>
            {offer.why && <span className={styles.reason}>{offer.why}</span>}
            <span className={styles.reason}>{t(`searchBox.from.${offer.from}`)}</span>
          </span>
        </>
      )
    case 'all':
      return (
        <span className={styles.all}>
          <Icon name="search" />
          {t('searchBox.all', { query: wordsToShow(offer.words) })}
          <kbd>Enter</kbd>
        </span>
      )
  }
}

function offerKey(offer: Offer): string {
  switch (offer.type) {
    case 'title':
      return `title ${offer.suggestion.itemId} ${offer.suggestion.anchor ?? ''}`
    case 'words':
      return `words ${offer.from} ${offer.words}`
    case 'passage':
      return `passage ${offer.hit.itemId} ${offer.hit.anchor}`
    case 'all':
      return 'all'
  }
}
