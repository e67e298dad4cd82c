import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ResponseDigest, StoryResponse } from '../../../library/stories/responses/response-view.ts'
import type { StoryView } from '../../../library/stories/story-view.ts'
import { ErrorNotice } from '../../design/error-notice.tsx'
import { LoadingNotice } from '../../design/loading-notice.tsx'
import panel from '../../design/panels.module.css'
import { looseDateText } from '../../record-form/read-loose-date.ts'
import { request } from '../../service/client.ts'
import { queryKeys } from '../../service/keys.ts'
import { storyAddress, storyKey } from '../story-queries.ts'
import styles from './responses-panel.module.css'

interface Responses {
  readonly total: number
  readonly digest: ResponseDigest
  readonly responses: readonly StoryResponse[]
}

/** What readers made of the story: counts, words and what they wrote. Whoever told it sees that it was read. */
export function ResponsesPanel({ story }: { readonly story: StoryView }) {
  const { t } = useTranslation('storyWork')
  const client = useQueryClient()
  const [error, setError] = useState<unknown>(null)
  const key = [...queryKeys.storyResponses, 'of', story.id]
  const found = useQuery({
    queryKey: key,
    queryFn: ({ signal }) =>
      request<Responses>('GET', '/api/story-responses', { query: { story: story.id, limit: 100 }, signal }),
  })
  const run = async (what: () => Promise<unknown>) => {
    setError(null)
    try {
      await what()
      await client.invalidateQueries({ queryKey: key })
      await client.invalidateQueries({ queryKey: storyKey(story.id) })
    } catch (problem) {
      setError(problem)
    }
  }
  const toTask = (one: StoryResponse) =>
    void run(() => request('POST', `/api/story-responses/${encodeURIComponent(one.id)}/task`))
  const seen = () => void run(() => request('POST', `${storyAddress(story.id)}/responses/seen`))
  const { data } = found
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls by itself, for those without a wheel too
    <section tabIndex={0} className={panel.panel} aria-label={t('responses.title')}>
      <div className={panel.head}>
        <h2 className={panel.heading}>{t('responses.title')}</h2>
        {data?.responses.some(({ shownOn }) => !shownOn) && (
          <Button size="small" onClick={seen}>
            {t('responses.seen')}
          </Button>
        )}
      </div>
      {found.isPending && <LoadingNotice />}
      {found.isError && <ErrorNotice error={found.error} onRetry={() => void found.refetch()} />}
      {error !== null && <ErrorNotice error={error} />}
      {data?.total === 0 && (
        <div className={panel.muted}>
          <p>{t('responses.none')}</p>
          <p>{t('responses.noneHow')}</p>
        </div>
      )}
      {data && data.total > 0 && (
        <>
          <Digest digest={data.digest} />
          <ul className={panel.entries}>
            {data.responses.map((one) => (
              <li key={one.id} className={panel.entry} data-done={one.answer ? '' : undefined}>
                <p className={panel.why}>
                  {[
                    looseDateText(one.givenOn),
                    one.post,
                    t(`responses.way.${one.way}`),
                    one.useful && t(`responses.useful.${one.useful}`),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </p>
                {one.text && <p>{one.text}</p>}
                {one.answer && <p className={panel.quote}>{t('responses.answer', { text: one.answer.text })}</p>}
                {one.text && !one.taskId && (
                  <div className={panel.actions}>
                    <button type="button" className={panel.textButton} onClick={() => toTask(one)}>
                      {t('responses.toTask')}
                    </button>
                  </div>
                )}
                {one.taskId && <p className={panel.why}>{t('responses.isTask')}</p>}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

function Digest({ digest }: { readonly digest: ResponseDigest }) {
  const { t } = useTranslation('storyWork')
  return (
    <>
      <table className={styles.table}>
        <caption className={panel.muted}>{t('responses.counts', { n: digest.total })}</caption>
        <thead>
          <tr>
            <th scope="col">{t('responses.month')}</th>
            {(['yes', 'partly', 'no'] as const).map((useful) => (
              <th key={useful} scope="col">
                {t(`responses.useful.${useful}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {digest.byMonth.map(({ month, yes, partly, no }) => (
            <tr key={month}>
              <th scope="row">{looseDateText(month)}</th>
              <td>{yes}</td>
              <td>{partly}</td>
              <td>{no}</td>
            </tr>
          ))}
          <tr>
            <th scope="row">{t('responses.all')}</th>
            <td>{digest.useful.yes}</td>
            <td>{digest.useful.partly}</td>
            <td>{digest.useful.no}</td>
          </tr>
        </tbody>
      </table>
      {digest.words.length > 0 && (
        <p>
          <span className={panel.muted}>{t('responses.words')}</span>
          {digest.words
            .slice(0, 20)
            .map(({ word, count }) => `${word}（${count}）`)
            .join('、')}
        </p>
      )}
    </>
  )
}
