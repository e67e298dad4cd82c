import { Input, InputNumber } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FeedDefinition } from '../../../library/feeds/feed.schema.ts'
import styles from './definition.module.css'
import type { DefinitionFieldsProps } from './definition-part.tsx'
import { Field } from './field.tsx'

const themes = ['paper', 'festive', 'plain'] as const

/** How the written site looks and where it will be read. */
export function PlaceFields({ definition, onChange }: DefinitionFieldsProps) {
  const { t } = useTranslation('feeds')
  const group = useId()
  const { site } = definition
  const [address, setAddress] = useState(site.address ?? '')
  const change = (part: Partial<FeedDefinition['site']>) => onChange({ site: { ...site, ...part } })
  const wrong = address.trim() !== '' && !/^https?:\/\/[^\s/]+/.test(address.trim())
  return (
    <section className={styles.section} aria-labelledby="place-title">
      <h2 id="place-title" className={styles.heading}>
        {t('place.heading')}
      </h2>
      <fieldset className={styles.themes}>
        <legend>{t('place.theme')}</legend>
        {themes.map((theme) => (
          <label key={theme} className={styles.theme}>
            <input type="radio" name={group} checked={site.theme === theme} onChange={() => change({ theme })} />
            <span>{t(`place.themes.${theme}`)}</span>
            <span className={styles.hint}>{t(`place.themeHints.${theme}`)}</span>
          </label>
        ))}
      </fieldset>
      <div className={styles.fields}>
        <Field
          label={t('place.address')}
          hint={t('place.addressHint')}
          error={wrong ? t('place.addressWrong') : undefined}
        >
          {(attributes) => (
            <Input
              {...attributes}
              value={address}
              maxLength={500}
              autoComplete="off"
              placeholder="http://"
              onChange={(event) => {
                const typed = event.target.value
                setAddress(typed)
                if (typed.trim() === '') change({ address: undefined })
                else if (/^https?:\/\/[^\s/]+/.test(typed.trim())) change({ address: typed.trim() })
              }}
            />
          )}
        </Field>
        <Field label={t('place.videoLimit')} hint={t('place.videoLimitHint')}>
          {(attributes) => (
            <InputNumber
              {...attributes}
              min={0}
              max={4000}
              precision={0}
              value={site.videoLimit}
              onChange={(videoLimit) => change({ videoLimit: videoLimit ?? 0 })}
            />
          )}
        </Field>
      </div>
    </section>
  )
}
