import { InputNumber, Select, Switch } from 'antd'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { FeedCriteria } from '../../../library/feeds/feed.schema.ts'
import type { StoryVocabulary } from '../../../library/stories/story-view.ts'
import styles from './definition.module.css'
import type { DefinitionFieldsProps } from './definition-part.tsx'
import { Field } from './field.tsx'

/** By level, from 0. */
const evidence = ['any', 'told', 'seen', 'documented'] as const

interface CriteriaFieldsProps extends DefinitionFieldsProps {
  readonly words: StoryVocabulary | undefined
}

/** What a story must have to be proposed at all. An empty line asks for nothing. */
export function CriteriaFields({ definition, onChange, words }: CriteriaFieldsProps) {
  const { t } = useTranslation('feeds')
  const pictureId = useId()
  const { criteria } = definition
  const change = (part: Partial<FeedCriteria>) => onChange({ criteria: { ...criteria, ...part } })
  return (
    <section className={styles.section} aria-labelledby="criteria-title">
      <h2 id="criteria-title" className={styles.heading}>
        {t('criteria.heading')}
      </h2>
      <p className={styles.hint}>{t('criteria.lead')}</p>
      <div className={styles.fields}>
        {(['themes', 'posts', 'places', 'groups', 'topics'] as const).map((name) => (
          <Field key={name} label={t(`criteria.${name}`)}>
            {(attributes) => (
              <Select
                {...attributes}
                // A place may be one that no story has named yet.
                mode={name === 'places' ? 'tags' : 'multiple'}
                className={styles.wide ?? ''}
                value={[...criteria[name]]}
                options={(words?.[name] ?? []).map((value) => ({ value, label: value }))}
                placeholder={t('criteria.any')}
                onChange={(values: string[]) => change({ [name]: values })}
              />
            )}
          </Field>
        ))}
        <Field label={t('criteria.months')} hint={t('criteria.monthsHint')}>
          {(attributes) => (
            <InputNumber
              {...attributes}
              min={0}
              max={600}
              precision={0}
              value={criteria.months}
              onChange={(months) => change({ months: months ?? 0 })}
            />
          )}
        </Field>
        <Field label={t('criteria.evidence')}>
          {(attributes) => (
            <Select
              {...attributes}
              className={styles.wide ?? ''}
              value={criteria.minEvidence}
              options={evidence.map((name, value) => ({ value, label: t(`evidence.${name}`) }))}
              onChange={(minEvidence: number) => change({ minEvidence })}
            />
          )}
        </Field>
        <p className={styles.switch}>
          <Switch
            id={pictureId}
            checked={criteria.withPictureOnly}
            onChange={(withPictureOnly) => change({ withPictureOnly })}
          />
          <label htmlFor={pictureId}>{t('criteria.withPictureOnly')}</label>
        </p>
      </div>
    </section>
  )
}
