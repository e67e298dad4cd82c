import { getRouteApi, Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Page } from '../../design/page.tsx'
import styles from '../desk/feed-page.module.css'
import { FeedsTabs } from '../feeds-tabs.tsx'
import { CardsPart } from './cards-part.tsx'
import { FilesPart } from './files-part.tsx'
import { ReceivedPart } from './received-part.tsx'

const route = getRouteApi('/feeds/responses')

const parts = ['received', 'cards', 'files'] as const
type Part = (typeof parts)[number]

const desks = { received: ReceivedPart, cards: CardsPart, files: FilesPart } satisfies Record<Part, unknown>

/** `/feeds/responses?part=&feed=&story=`: what came back, and how it gets in. */
export function ResponsesPage() {
  const { t } = useTranslation('feeds')
  const wanted = route.useSearch({ select: ({ part }) => part })
  const part = parts.find((name) => name === wanted) ?? 'received'
  const Desk = desks[part]
  return (
    <>
      <FeedsTabs />
      <Page title={t('responses.title')} lead={t('responses.lead')}>
        <nav className={styles.parts} aria-label={t('responses.parts')}>
          {parts.map((name) => (
            <Link
              key={name}
              to="/feeds/responses"
              search={name === 'received' ? {} : { part: name }}
              activeOptions={{ exact: true }}
              className={styles.part}
              {...(part === name && { 'aria-current': 'page' })}
            >
              {t(`responses.part.${name}`)}
            </Link>
          ))}
        </nav>
        <Desk />
      </Page>
    </>
  )
}
