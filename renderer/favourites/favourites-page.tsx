import { useTranslation } from 'react-i18next'
import { Page } from '../design/page.tsx'
import { FavouriteList } from './favourite-list.tsx'
import styles from './favourites-page.module.css'
import { NoteList } from './note-list.tsx'

export function FavouritesPage() {
  const { t } = useTranslation('favourites')
  return (
    <Page title={t('title')} lead={t('lead')}>
      <div className={styles.columns}>
        <section aria-labelledby="favourites-title">
          <h2 id="favourites-title" className={styles.title}>
            {t('favourites')}
          </h2>
          <FavouriteList />
        </section>
        <section aria-labelledby="notes-title">
          <h2 id="notes-title" className={styles.title}>
            {t('notes')}
          </h2>
          <NoteList />
        </section>
      </div>
    </Page>
  )
}
