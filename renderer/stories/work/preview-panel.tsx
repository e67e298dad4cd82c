import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PublicStory } from '../../../library/stories/story.schema.ts'
import type { ShownStory, StoryView } from '../../../library/stories/story-view.ts'
import { ErrorNotice } from '../../design/error-notice.tsx'
import { LoadingNotice } from '../../design/loading-notice.tsx'
import panel from '../../design/panels.module.css'
import { PassageText } from '../../reading/passage-text.tsx'
import { looseDateText } from '../../record-form/read-loose-date.ts'
import { request } from '../../service/client.ts'
import { queryKeys } from '../../service/keys.ts'
import type { ChosenWords } from '../form/story-form-context.ts'
import { storyAddress } from '../story-queries.ts'
import styles from './preview-panel.module.css'
import { fieldOfHeading } from './story-headings.ts'

interface PreviewPanelProps {
  readonly story: StoryView
  readonly onComment: (words: ChosenWords) => void
}

/** What readers will see, with names replaced; words chosen here can be commented on. */
export function PreviewPanel({ story, onComment }: PreviewPanelProps) {
  const { t } = useTranslation('storyWork')
  const text = useRef<HTMLElement>(null)
  const [chosen, setChosen] = useState<ChosenWords>()
  const preview = useQuery({
    queryKey: [...queryKeys.stories, 'preview', story.id, story.recordSha256],
    queryFn: ({ signal }) => request<ShownStory>('GET', `${storyAddress(story.id)}/preview`, { signal }),
    placeholderData: keepPreviousData,
  })
  const readSelection = () => {
    const selection = getSelection()
    const quote = selection?.toString().trim() ?? ''
    const within = selection?.anchorNode && text.current?.contains(selection.anchorNode)
    const start = selection?.anchorNode?.parentElement?.closest<HTMLElement>('[data-field]')
    setChosen(
      within && quote !== '' ? { field: start?.dataset.field ?? 'title', quote: quote.slice(0, 500) } : undefined,
    )
  }
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls by itself, for those without a wheel too
    <section tabIndex={0} className={panel.panel} aria-label={t('preview.title')}>
      <div className={panel.head}>
        <p className={panel.muted}>{t('preview.lead')}</p>
        {chosen && (
          <Button size="small" onMouseDown={(event) => event.preventDefault()} onClick={() => onComment(chosen)}>
            {t('tasks.commentChosen')}
          </Button>
        )}
      </div>
      {preview.isPending && <LoadingNotice />}
      {preview.isError && <ErrorNotice error={preview.error} onRetry={() => void preview.refetch()} />}
      {preview.data && (
        <article ref={text} className={styles.page} onMouseUp={readSelection} onKeyUp={readSelection}>
          <h2 className={styles.title} data-field="title">
            {preview.data.title || t('page.untitled')}
          </h2>
          {preview.data.description && (
            <p className={styles.description} data-field="summary">
              {preview.data.description}
            </p>
          )}
          <Facts story={preview.data.story} />
          {preview.data.passages.map((passage, at) => (
            <div
              // biome-ignore lint/suspicious/noArrayIndexKey: an anchor may come twice while the text is being written
              key={`${passage.anchor}-${at}`}
              className={styles.passage}
              data-field={fieldOfHeading(passage.heading) ?? fieldOfHeading(passage.path.at(-1) ?? '')}
            >
              <PassageText passage={passage} />
            </div>
          ))}
          {preview.data.passages.length === 0 && <p className={panel.muted}>{t('preview.empty')}</p>}
        </article>
      )}
    </section>
  )
}

function Facts({ story }: { readonly story: PublicStory }) {
  const { t } = useTranslation('storyWork')
  const people = story.people.map(({ name, post }) => (post ? `${name}（${post}）` : name))
  const when = [story.happenedFrom, story.happenedTo].flatMap((day) => (day ? [looseDateText(day)] : []))
  const facts = [
    people.length > 0 && t('preview.people', { names: people.join('、') }),
    when.length > 0 && t('preview.when', { when: [...new Set(when)].join('—') }),
    story.sources.total > 0 && t('preview.sources', { ...story.sources }),
    t(`preview.evidence.${story.evidence as 0 | 1 | 2 | 3}`),
  ].filter((fact) => fact !== false)
  return (
    <ul className={styles.facts}>
      {facts.map((fact) => (
        <li key={fact}>{fact}</li>
      ))}
    </ul>
  )
}
