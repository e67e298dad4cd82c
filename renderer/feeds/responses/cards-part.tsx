import { useQuery } from '@tanstack/react-query'
import { Button, Select } from 'antd'
import { useEffect, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { KeptResponses } from '../../../library/stories/responses/response-view.ts'
import { ErrorNotice } from '../../design/error-notice.tsx'
import { AnnouncementBar } from '../../reading/announcement-bar.tsx'
import { useAnnouncement } from '../../reading/use-announcement.ts'
import { request } from '../../service/client.ts'
import styles from '../desk/feed-page.module.css'
import { feedsQuery } from '../feed-queries.ts'
import { CardEntry } from './card-entry.tsx'
import { type EnteredCard, keepCards, keptCards, responseOf } from './entered-cards.ts'
import { useResponseChange } from './responses-query.ts'

/** A pile of paper cards, one row a card, by keyboard only. What is typed is kept here until it is saved. */
export function CardsPart() {
  const { t } = useTranslation('feeds')
  const id = useId()
  const feeds = useQuery(feedsQuery)
  const [cards, setCards] = useState(keptCards)
  const [feedId, setFeedId] = useState('')
  const [givenOn, setGivenOn] = useState(() => new Date().toLocaleDateString('sv'))
  const { announcement, announce, dismiss } = useAnnouncement()
  const save = useResponseChange((given: readonly EnteredCard[]) =>
    request<KeptResponses>('POST', '/api/story-responses', {
      body: { responses: given.map((card) => responseOf(card, { givenOn, feedId: feedId || undefined })) },
    }),
  )
  const change = (next: readonly EnteredCard[]) => {
    keepCards(next)
    setCards(next)
  }
  const keep = () => {
    if (cards.length === 0 || save.isPending) return
    save.mutate(cards, {
      onSuccess: () => {
        announce(t('responses.cardsSaved', { n: cards.length }))
        change([])
      },
    })
  }
  useSaveKey(keep)
  return (
    <div className={styles.stack}>
      <h2 className="visually-hidden">{t('responses.part.cards')}</h2>
      <p className={styles.muted}>{t('responses.cardsLead')}</p>
      <div className={styles.actions}>
        <label htmlFor={`${id}-feed`}>{t('responses.cardsFeed')}</label>
        <Select
          id={`${id}-feed`}
          className={styles.choice ?? ''}
          value={feedId}
          options={[
            { value: '', label: t('responses.noFeed') },
            ...(feeds.data ?? []).map((feed) => ({ value: feed.id, label: feed.title })),
          ]}
          onChange={setFeedId}
        />
        <label htmlFor={`${id}-on`}>{t('responses.cardsOn')}</label>
        <input
          id={`${id}-on`}
          type="date"
          className={styles.date}
          value={givenOn}
          max={new Date().toLocaleDateString('sv')}
          onChange={(event) => event.target.value !== '' && setGivenOn(event.target.value)}
        />
      </div>
      <CardEntry onAdd={(card) => change([card, ...cards])} />
      {save.isError && <ErrorNotice error={save.error} />}
      <div role="status">{save.data && <KeptNotice kept={save.data} />}</div>
      <section className={styles.section} aria-labelledby="entered-title">
        <h3 id="entered-title" className={styles.subheading}>
          {t('responses.entered', { n: cards.length })}
        </h3>
        <div className={styles.actions}>
          <Button type="primary" disabled={cards.length === 0} loading={save.isPending} onClick={keep}>
            {t('responses.saveCards', { n: cards.length })}
          </Button>
          <span className={styles.hint}>{t('responses.saveKey')}</span>
        </div>
        <ul className={styles.rows} aria-label={t('responses.entered', { n: cards.length })}>
          {cards.map((card) => (
            <li key={card.key} className={styles.row}>
              <span className={styles.rowText}>
                <span>
                  {card.story?.title ?? t('responses.noStory')}
                  {card.useful && `　${t(`responses.useful.${card.useful}`)}`}
                </span>
                <span className={styles.hint}>
                  {[t(`responses.type.${card.type}`), card.post, card.text].filter((part) => part !== '').join('　')}
                </span>
              </span>
              <Button size="small" onClick={() => change(cards.filter(({ key }) => key !== card.key))}>
                {t('responses.removeCard')}
              </Button>
            </li>
          ))}
        </ul>
      </section>
      <AnnouncementBar announcement={announcement} onDismiss={dismiss} />
    </div>
  )
}

/** What was kept otherwise than it was typed, until the next pile: masked words, and stories that were not found. */
function KeptNotice({ kept: { masked, unmatched } }: { readonly kept: KeptResponses }) {
  const { t } = useTranslation('feeds')
  if (masked.length === 0 && unmatched.length === 0) return null
  return (
    <div className={styles.warned}>
      {masked.length > 0 && <p>{t('responses.masked', { n: masked.length })}</p>}
      <ul>
        {masked.map(({ row, says, text }) => (
          <li key={row}>
            {says}：{text}
          </li>
        ))}
      </ul>
      {unmatched.length > 0 && <p>{t('responses.notFound', { names: unmatched.join('、') })}</p>}
    </div>
  )
}

/** Ctrl+S saves what was typed in. */
function useSaveKey(save: () => void): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 's') return
      event.preventDefault()
      save()
    }
    addEventListener('keydown', onKeyDown)
    return () => removeEventListener('keydown', onKeyDown)
  })
}
