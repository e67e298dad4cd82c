import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { ShownPolicy } from '../../library/stories/story.schema.ts'
import { ResponseDigestView } from '../feeds/responses/response-digest-view.tsx'
import { responsesQuery } from '../feeds/responses/responses-query.ts'
import styles from './beside-text.module.css'
import { shownStoryQuery } from './shown-story.ts'

/** Below a story's title: the clauses it shows in action and what came back, folded; and reading with large pictures. */
export function StoryBeside({ itemId }: { readonly itemId: string }) {
  const { t } = useTranslation('shown')
  const shown = useQuery(shownStoryQuery(itemId))
  const responses = useQuery(responsesQuery({ story: itemId, limit: 1, offset: 0 }))
  const policies = shown.data?.story.policies ?? []
  const digest = responses.data?.digest
  return (
    <div className={styles.beside}>
      <p>
        <Link to="/show" search={{ story: itemId }} data-large-reading="">
          {t('story.large')}
        </Link>
      </p>
      {policies.length > 0 && (
        <details className={styles.fold}>
          <summary>{t('story.clauses', { n: policies.length })}</summary>
          <ul className={styles.list}>
            {policies.map((policy, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a story may show the same clause twice
              <li key={at}>
                <Policy policy={policy} />
              </li>
            ))}
          </ul>
        </details>
      )}
      {digest && digest.total > 0 && (
        <details className={styles.fold}>
          <summary>{t('story.responses', { n: digest.total })}</summary>
          <ResponseDigestView digest={digest} />
          <p>
            <Link to="/feeds/responses" search={{ story: itemId }}>
              {t('story.allResponses')}
            </Link>
          </p>
        </details>
      )}
    </div>
  )
}

function Policy({ policy: { title, provision, itemId, anchor, note } }: { readonly policy: ShownPolicy }) {
  const { t } = useTranslation('shown')
  const name = `《${title}》${provision ?? ''}`
  return (
    <>
      {itemId ? (
        <Link to="/item/$itemId" params={{ itemId }} search={{}} hash={anchor ?? ''}>
          {name}
        </Link>
      ) : (
        <span>
          {name}　<span className={styles.muted}>{t('story.notHeld')}</span>
        </span>
      )}
      {note && <p className={styles.muted}>{note}</p>}
    </>
  )
}
