import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import styles from './topic-list.module.css'

interface TopicListProps {
  readonly topics: readonly { readonly name: string; readonly count: number }[]
}

export function TopicList({ topics }: TopicListProps) {
  const { t } = useTranslation('home')
  return (
    <section className={styles.topics}>
      <h2 className={styles.title}>{t('topics')}</h2>
      <ul className={styles.list}>
        {topics.slice(0, 24).map((topic) => (
          <li key={topic.name}>
            <Link to="/library" search={{ topic: topic.name }} className={styles.topic}>
              {topic.name} <span className={styles.count}>{topic.count}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
