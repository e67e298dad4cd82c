import { Checkbox } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './filter-panel.module.css'

interface FacetChoiceProps<Value extends string> {
  readonly title: string
  /** In the order shown; for names that are not known beforehand, the counted ones. */
  readonly values: readonly Value[]
  readonly chosen: readonly Value[]
  readonly counts: readonly { readonly value: Value; readonly count: number }[]
  /** Offers every value: older revisions are looked at only when their validity is asked for, so they have no count before. */
  readonly all?: boolean
  readonly label: (value: Value) => string
  readonly onChoose: (chosen: Value[]) => void
}

/** As many values as are shown before asking for more. */
const SHOWN = 8

/** Ticks for the values that occur, and for those chosen even when they no longer do. */
export function FacetChoice<Value extends string>(props: FacetChoiceProps<Value>) {
  const { t } = useTranslation('search')
  const [opened, setOpened] = useState(false)
  const counts = new Map(props.counts.map(({ value, count }) => [value, count]))
  const all = [...new Set([...props.values, ...props.chosen])].filter(
    (value) => props.all || (counts.get(value) ?? 0) > 0 || props.chosen.includes(value),
  )
  if (all.length === 0) return null
  const shown = opened ? all : all.filter((value, index) => index < SHOWN || props.chosen.includes(value))
  return (
    <fieldset className={styles.group}>
      <legend className={styles.title}>{props.title}</legend>
      {shown.map((value) => (
        <div key={value} className={styles.choice}>
          <Checkbox
            checked={props.chosen.includes(value)}
            onChange={(event) =>
              props.onChoose(
                event.target.checked ? [...props.chosen, value] : props.chosen.filter((other) => other !== value),
              )
            }
          >
            {props.label(value)}
          </Checkbox>
          <span className={styles.count}>{counts.get(value)}</span>
        </div>
      ))}
      {all.length > SHOWN && (
        <button type="button" className={styles.clear} onClick={() => setOpened(!opened)}>
          {opened ? t('fewerValues') : t('moreValues', { n: all.length - shown.length })}
        </button>
      )}
    </fieldset>
  )
}
