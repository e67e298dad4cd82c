import { GapList } from './gap-list.tsx'
import styles from './kept-searches.module.css'
import { RecentList } from './recent-list.tsx'
import { SavedList } from './saved-list.tsx'

/** What the person keeps of searching. */
export function KeptSearches() {
  return (
    <div className={styles.columns}>
      <SavedList />
      <RecentList />
      <GapList />
    </div>
  )
}
