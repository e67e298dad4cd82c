import { useLocation, useNavigate } from '@tanstack/react-router'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../design/icon.tsx'
import { focusFirstHit } from './focus-first-hit.ts'
import { searchBoxId } from './focus-search-box.ts'
import { OfferList, optionId } from './offer-list.tsx'
import styles from './search-box.module.css'
import { type Offer, useOffers } from './use-offers.ts'

/** Always one key away (Ctrl+K): offers titles and passages while typing, Enter searches everything. */
export function SearchBox({ large = false }: { readonly large?: boolean }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const listId = useId()
  const input = useRef<HTMLInputElement>(null)
  const asked = useLocation({ select: wordsOfPlace })
  const [words, setWords] = useState(asked)
  const [open, setOpen] = useState(false)
  const [active, setActive] = useState(-1)
  const offers = useOffers(words, open)
  const shown = open && offers.length > 0
  const current = shown ? Math.min(active, offers.length - 1) : -1

  useEffect(() => setWords(asked), [asked])

  const close = () => {
    setOpen(false)
    setActive(-1)
  }
  const searchAll = (text: string) => {
    close()
    void navigate({ to: '/search', search: (now) => ({ ...filtersOnly(now), q: text.trim() || undefined }) })
  }
  const take = (offer: Offer) => {
    if (offer.type === 'all' || offer.type === 'words') return searchAll(offer.words)
    close()
    const found = offer.type === 'title' ? offer.suggestion : offer.hit
    const hash = (offer.type === 'passage' ? offer.hit.anchor : offer.suggestion.anchor) ?? ''
    void navigate({ to: '/item/$itemId', params: { itemId: found.itemId }, search: { q: words.trim() }, hash })
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing || event.altKey || event.ctrlKey || event.metaKey) return
    if (event.key === 'Enter') {
      const offer = offers[current]
      if (offer) take(offer)
      else searchAll(words)
    } else if (event.key === 'Escape') {
      if (shown) close()
      else setWords('')
    } else if (event.key === 'ArrowDown' && !shown && focusFirstHit()) {
      // The hits below the box were meant.
    } else if (event.key === 'ArrowDown' && shown) setActive((current + 1) % offers.length)
    else if (event.key === 'ArrowUp' && shown) setActive(current <= 0 ? offers.length - 1 : current - 1)
    else if (event.key === 'ArrowDown') setOpen(true)
    else return
    event.preventDefault()
  }

  return (
    <search className={`${styles.box} ${large ? styles.large : ''}`}>
      <span className={styles.icon}>
        <Icon name="search" />
      </span>
      <input
        ref={input}
        id={searchBoxId}
        className={styles.input}
        type="text"
        role="combobox"
        aria-label={t('searchBox.label')}
        aria-expanded={shown}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={current >= 0 ? optionId(listId, current) : undefined}
        placeholder={t('searchBox.placeholder')}
        autoComplete="off"
        spellCheck={false}
        enterKeyHint="search"
        maxLength={200}
        value={words}
        onChange={(event) => {
          setWords(event.target.value)
          setOpen(true)
          setActive(-1)
        }}
        onClick={() => words === '' && setOpen(true)}
        onKeyDown={onKeyDown}
        onBlur={close}
      />
      {words === '' ? (
        <kbd className={styles.key}>Ctrl K</kbd>
      ) : (
        <button
          type="button"
          className={styles.clear}
          aria-label={t('searchBox.clear')}
          onClick={() => {
            setWords('')
            input.current?.focus()
          }}
        >
          <Icon name="close" />
        </button>
      )}
      <OfferList id={listId} offers={shown ? offers : []} active={current} onTake={take} onPoint={setActive} />
      <span className="visually-hidden" role="status">
        {shown && words.trim() !== '' ? t('searchBox.found', { n: offers.length - 1 }) : ''}
      </span>
    </search>
  )
}

/** The words of the search that led here, so that they stand in the box while its hits are read. */
function wordsOfPlace(place: {
  readonly pathname: string
  readonly search: { readonly q?: string | undefined }
}): string {
  return place.pathname === '/search' || place.pathname.startsWith('/item/') ? (place.search.q ?? '') : ''
}

/** A new search keeps kind, validity, issuer and dates when it starts from the search desk, and starts on page one. */
function filtersOnly(now: object): object {
  const { kind, validity, issuer, topic, channel, after, before, sort } =
    location.pathname === '/search' ? (now as Record<string, string>) : {}
  return { kind, validity, issuer, topic, channel, after, before, sort }
}
