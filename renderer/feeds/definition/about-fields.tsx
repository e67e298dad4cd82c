import { Input, InputNumber, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import styles from './definition.module.css'
import type { DefinitionFieldsProps } from './definition-part.tsx'
import { Field } from './field.tsx'

/** The column's name, who publishes it and whom it is for. */
export function AboutFields({
  definition,
  onChange,
  posts,
}: DefinitionFieldsProps & { readonly posts: readonly string[] }) {
  const { t } = useTranslation('feeds')
  const text = (name: 'title' | 'subtitle' | 'publisher' | 'contact', longest: number) => (
    <Field
      label={t(`about.${name}`)}
      hint={t(`about.${name}Hint`)}
      error={name === 'title' && definition.title.trim() === '' ? t('about.titleMissing') : undefined}
    >
      {(attributes) => (
        <Input
          {...attributes}
          value={definition[name]}
          maxLength={longest}
          autoComplete="off"
          onChange={(event) => onChange({ [name]: event.target.value })}
        />
      )}
    </Field>
  )
  return (
    <section className={styles.section} aria-labelledby="about-title">
      <h2 id="about-title" className={styles.heading}>
        {t('about.heading')}
      </h2>
      <div className={styles.fields}>
        {text('title', 80)}
        {text('subtitle', 200)}
        {text('publisher', 80)}
        {text('contact', 200)}
        <Field label={t('about.audience')} hint={t('about.audienceHint')}>
          {(attributes) => (
            <Select
              {...attributes}
              mode="multiple"
              className={styles.wide ?? ''}
              value={[...definition.audience]}
              options={posts.map((value) => ({ value, label: value }))}
              placeholder={t('criteria.any')}
              onChange={(audience: string[]) => onChange({ audience })}
            />
          )}
        </Field>
        <Field label={t('about.issueSize')} hint={t('about.issueSizeHint')}>
          {(attributes) => (
            <InputNumber
              {...attributes}
              min={1}
              max={200}
              precision={0}
              value={definition.issueSize}
              onChange={(value) => onChange({ issueSize: value ?? 6 })}
            />
          )}
        </Field>
        <Field label={t('about.restMonths')} hint={t('about.restMonthsHint')}>
          {(attributes) => (
            <InputNumber
              {...attributes}
              min={0}
              max={60}
              precision={0}
              value={definition.restMonths}
              onChange={(value) => onChange({ restMonths: value ?? 0 })}
            />
          )}
        </Field>
      </div>
    </section>
  )
}
