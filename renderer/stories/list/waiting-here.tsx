import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { OfficeRole, StoryState } from '../../../library/stories/process/process-view.ts'
import styles from '../../design/list-page.module.css'
import { useActingPerson } from '../person/use-acting-person.ts'
import { openTasksQuery, storiesQuery, type TitledTask } from '../story-queries.ts'

/** The state in which a story waits for each role's step. */
const waitsIn: Readonly<Record<Exclude<OfficeRole, 'writer'>, StoryState>> = {
  verifier: 'submitted',
  approver: 'verified',
  publisher: 'approved',
}
const SHOWN = 5

/** What waits for the person who sits here: stories at their step, and tasks for their role. Calmly; nothing is late. */
export function WaitingHere() {
  const { t } = useTranslation('stories')
  const person = useActingPerson()
  const tasks = useQuery(openTasksQuery)
  const roles: readonly OfficeRole[] = person?.roles ?? ['writer']
  const mine = (tasks.data ?? []).filter((task) => task.for === undefined || roles.includes(task.for))
  const steps = (['verifier', 'approver', 'publisher'] as const).filter((role) => roles.includes(role))
  return (
    <aside className={styles.waiting} aria-label={t('waiting.label')} hidden={mine.length === 0 && steps.length === 0}>
      {steps.map((role) => (
        <WaitingStories key={role} state={waitsIn[role]} title={t(`waiting.${role}`)} />
      ))}
      {mine.length > 0 && (
        <section>
          <h2 className={styles.waitingTitle}>{t('waiting.tasks')}</h2>
          <ul>
            {mine.slice(0, SHOWN).map((task) => (
              <TaskLine key={task.id} task={task} />
            ))}
          </ul>
          {mine.length > SHOWN && <p className={styles.muted}>{t('waiting.moreTasks', { n: mine.length - SHOWN })}</p>}
        </section>
      )}
    </aside>
  )
}

function WaitingStories({ state, title }: { readonly state: StoryState; readonly title: string }) {
  const { t } = useTranslation('stories')
  const found = useQuery(storiesQuery({ state, own: true, limit: SHOWN }))
  if (!found.data || found.data.total === 0) return null
  return (
    <section>
      <h2 className={styles.waitingTitle}>{title}</h2>
      <ul>
        {found.data.stories.map(({ id, title: name }) => (
          <li key={id}>
            <Link to="/stories/$storyId" params={{ storyId: id }}>
              {name || t('list.untitled')}
            </Link>
          </li>
        ))}
      </ul>
      {found.data.total > SHOWN && (
        <Link to="/stories" search={{ state }}>
          {t('waiting.more', { n: found.data.total })}
        </Link>
      )}
    </section>
  )
}

function TaskLine({ task }: { readonly task: TitledTask }) {
  const { t } = useTranslation('stories')
  return (
    <li>
      <Link to="/stories/$storyId" params={{ storyId: task.storyId }} search={{ side: 'tasks' }}>
        {task.title || t('list.untitled')}
      </Link>
      <span className={styles.muted}>　{task.text}</span>
    </li>
  )
}
