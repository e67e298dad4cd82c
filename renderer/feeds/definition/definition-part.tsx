import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FeedDefinition } from '../../../library/feeds/feed.schema.ts'
import type { FeedView } from '../../../library/feeds/feed-view.ts'
import { ErrorNotice } from '../../design/error-notice.tsx'
import { SavingConflict } from '../../drafts/saving-conflict.tsx'
import { useKept } from '../../office/use-kept.ts'
import { ServiceError } from '../../service/service-error.ts'
import { vocabularyQuery } from '../../stories/story-queries.ts'
import styles from '../desk/feed-page.module.css'
import { useSaveFeed } from '../feed-queries.ts'
import { AboutFields } from './about-fields.tsx'
import { CriteriaFields } from './criteria-fields.tsx'
import { MixFields } from './mix-fields.tsx'
import { sumsOf } from './mix-sums.ts'
import { PlaceFields } from './place-fields.tsx'
import { WeightFields } from './weight-fields.tsx'

/** What is passed to every part of the definition. */
export interface DefinitionFieldsProps {
  readonly definition: FeedDefinition
  readonly onChange: (change: Partial<FeedDefinition>) => void
}

/** What a column is: for whom, by which criteria, in which mix, and where it is read. Kept on saving. */
export function DefinitionPart({ feed }: { readonly feed: FeedView }) {
  const { t } = useTranslation('feeds')
  const [typed, setTyped] = useKeptDefinition(feed.id)
  const [saved, setSaved] = useState(false)
  const vocabulary = useQuery(vocabularyQuery)
  const save = useSaveFeed(feed.id)
  const definition = typed?.definition ?? feed.definition
  const changed = typed !== null
  const over = sumsOf(definition.mix).filter(({ sum }) => sum > 100)
  const onChange = (change: Partial<FeedDefinition>) => {
    setSaved(false)
    setTyped({ definition: { ...definition, ...change }, read: typed?.read ?? feed.updatedAt })
  }
  const keep = (read: string | undefined) =>
    save.mutate(
      { definition, read },
      {
        onSuccess: () => {
          setTyped(null)
          setSaved(true)
        },
      },
    )
  const goBack = () => {
    setTyped(null)
    save.reset()
  }
  const conflict = save.error instanceof ServiceError && save.error.code === 'FEED_DEFINITION_CHANGED'
  const fields = { definition, onChange }
  const words = vocabulary.data
  return (
    <form
      className={styles.stack}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (changed && over.length === 0 && definition.title.trim() !== '' && !save.isPending) keep(typed?.read)
      }}
    >
      <AboutFields {...fields} posts={words?.posts ?? []} />
      <CriteriaFields {...fields} words={words} />
      <WeightFields {...fields} />
      <MixFields {...fields} words={words} />
      <PlaceFields {...fields} />
      <div className={styles.saveBar}>
        <Button
          type="primary"
          htmlType="submit"
          disabled={!changed || over.length > 0 || definition.title.trim() === ''}
          loading={save.isPending}
        >
          {t('definition.save')}
        </Button>
        <Button disabled={!changed || save.isPending} onClick={goBack}>
          {t('definition.back')}
        </Button>
        <span role="status" className={styles.muted}>
          {over.length > 0 ? t('definition.over') : changed ? t('definition.changed') : saved && t('definition.saved')}
        </span>
      </div>
      {conflict && <SavingConflict says={t('definition.conflict')} onTheirs={goBack} onMine={() => keep(undefined)} />}
      {save.isError && !conflict && <ErrorNotice error={save.error} />}
    </form>
  )
}

/** A definition as it was typed, and when the column had last been saved when that was begun. */
interface TypedDefinition {
  readonly definition: FeedDefinition
  readonly read: string
}

/** What was typed and not saved, or null. It is here at once, as fields need it, and still there after looking elsewhere. */
function useKeptDefinition(feedId: string) {
  const [kept, keep] = useKept<TypedDefinition | null>(`feed-definition ${feedId}`, null)
  const [typed, setTyped] = useState(kept)
  const change = (next: TypedDefinition | null) => {
    setTyped(next)
    keep(() => next)
  }
  return [typed, change] as const
}
