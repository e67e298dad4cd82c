import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { HomeView } from '../../library/service/home-view.ts'
import { ErrorNotice } from '../design/error-notice.tsx'
import { LoadingNotice } from '../design/loading-notice.tsx'
import { usePageTitle } from '../design/page.tsx'
import { AnswerNotice } from '../feedback/answer-notice.tsx'
import { JobLine } from '../jobs/job-line.tsx'
import { SearchBox } from '../search/search-box.tsx'
import { StoryOfToday } from '../stories-shown/story-of-today.tsx'
import { NewList } from '../updates/new-list.tsx'
import styles from './home-page.module.css'
import { homeQuery, isGoing } from './home-query.ts'
import { KindCards } from './kind-cards.tsx'
import { NewestList, PlaceList } from './place-list.tsx'
import { RecoveryNotice } from './recovery-notice.tsx'
import { TopicList } from './topic-list.tsx'

/** Search first; below it what is at hand. */
export function HomePage() {
  const { t } = useTranslation('home')
  const home = useQuery(homeQuery)
  usePageTitle(t('title'))
  return (
    <div className={styles.page}>
      <div className={styles.hero}>
        <h1 className={styles.question}>{t('question')}</h1>
        <SearchBox large />
        <p className={styles.examples}>
          <span>{t('examples')}</span>
          {t('exampleWords')
            .split('|')
            .map((words) => (
              <Link key={words} to="/search" search={{ q: words }} className={styles.example}>
                {words}
              </Link>
            ))}
        </p>
      </div>
      <RecoveryNotice />
      <AnswerNotice />
      <NewList />
      {home.isPending && <LoadingNotice />}
      {home.isError && <ErrorNotice error={home.error} onRetry={() => void home.refetch()} />}
      {home.data && <AtHand home={home.data} />}
    </div>
  )
}

function AtHand({ home }: { readonly home: HomeView }) {
  const { t } = useTranslation('home')
  const going = home.jobs.filter(isGoing)
  return (
    <>
      {going.length > 0 && (
        <section className={styles.jobs} aria-label={t('jobs')}>
          {going.map((job) => (
            <JobLine key={job.id} job={job} />
          ))}
        </section>
      )}
      <KindCards counts={home.counts} />
      <div className={styles.columns}>
        <PlaceList title={t('recent')} places={home.recent} empty={t('emptyRecent')} />
        <PlaceList title={t('favourites')} places={home.favourites} empty={t('emptyFavourites')} more="/favourites" />
        <NewestList items={home.newest} />
      </div>
      <StoryOfToday />
      {home.topics.length > 0 && <TopicList topics={home.topics} />}
    </>
  )
}
