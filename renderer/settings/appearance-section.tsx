import { Segmented } from 'antd'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { Settings } from '../../library/settings/settings.schema.ts'
import styles from './section.module.css'
import { Section } from './section.tsx'

const languages = ['zh-CN', 'en'] as const
const themes = ['system', 'light', 'dark'] as const
const textSizes = ['standard', 'large'] as const

interface SettingsSectionProps {
  readonly settings: Settings
  readonly onChange: (settings: Settings) => void
}

export function AppearanceSection({ settings, onChange }: SettingsSectionProps) {
  const { t } = useTranslation('settings')
  return (
    <Section title={t('appearance')}>
      <Choice
        title={t('language')}
        value={settings.language}
        options={languages.map((value) => ({ value, label: t(`languages.${value}`) }))}
        onChange={(language) => onChange({ ...settings, language })}
      />
      <Choice
        title={t('theme')}
        value={settings.theme}
        options={themes.map((value) => ({ value, label: t(`themes.${value}`) }))}
        onChange={(theme) => onChange({ ...settings, theme })}
      />
      <Choice
        title={t('textSize')}
        value={settings.textSize}
        options={textSizes.map((value) => ({ value, label: t(`textSizes.${value}`) }))}
        onChange={(textSize) => onChange({ ...settings, textSize })}
      />
    </Section>
  )
}

interface ChoiceProps<Value extends string> {
  readonly title: string
  readonly value: Value
  readonly options: { readonly value: Value; readonly label: string }[]
  readonly onChange: (value: Value) => void
}

function Choice<Value extends string>({ title, value, options, onChange }: ChoiceProps<Value>) {
  const id = useId()
  return (
    <div className={styles.row}>
      <span id={id}>{title}</span>
      <Segmented<Value> aria-labelledby={id} value={value} options={options} onChange={onChange} />
    </div>
  )
}
