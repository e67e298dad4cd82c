import { useQuery } from '@tanstack/react-query'
import { Button, Checkbox, Input, Select } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSettled } from '../../design/use-settled.ts'
import { homeQuery } from '../../home/home-query.ts'
import { itemKinds } from '../../search/search-filters.ts'
import styles from '../publishing.module.css'
import { composeQuery, noParts } from './compose-query.ts'
import { foundQuery, takenBy } from './found-query.ts'

interface NewQueryProps {
  readonly known: readonly string[]
  readonly onAdd: (query: string) => void
}

/** Puts a condition together from choices, and says what it finds before it is added. */
export function NewQuery({ known, onAdd }: NewQueryProps) {
  const { t } = useTranslation(['publishing', 'app'])
  const wordsId = useId()
  const [parts, setParts] = useState(noParts)
  const home = useQuery(homeQuery)
  const query = composeQuery(parts)
  const settled = useSettled(query, 300)
  const found = useQuery(foundQuery(settled, 1))
  const add = () => {
    if (query === '' || known.includes(query)) return
    onAdd(query)
    setParts(noParts)
  }
  const says = () => {
    if (query === '') return ''
    if (known.includes(query)) return t('choice.already')
    if (settled !== query || !found.data || found.isPlaceholderData) return t('choice.counting')
    if (found.data.nearest) return t('choice.nearOnly')
    return t('choice.willFind', { query, n: takenBy(found.data) })
  }
  return (
    <div className={styles.compose}>
      <div className={styles.choices}>
        <Select
          aria-label={t('choice.kind')}
          className={styles.select ?? ''}
          value={parts.kind}
          onChange={(kind) => setParts({ ...parts, kind })}
          options={[
            { value: '' as const, label: t('choice.anyKind') },
            ...itemKinds.map((kind) => ({ value: kind, label: t(`app:kind.${kind}`) })),
          ]}
        />
        <Select
          aria-label={t('choice.topic')}
          className={styles.select ?? ''}
          showSearch
          value={parts.topic}
          onChange={(topic) => setParts({ ...parts, topic })}
          options={[
            { value: '', label: t('choice.anyTopic') },
            ...(home.data?.topics ?? []).map(({ name, count }) => ({ value: name, label: `${name}（${count}）` })),
          ]}
        />
        <Checkbox checked={parts.inForce} onChange={(event) => setParts({ ...parts, inForce: event.target.checked })}>
          {t('choice.inForce')}
        </Checkbox>
      </div>
      <div className={styles.field}>
        <label htmlFor={wordsId}>{t('choice.words')}</label>
        <Input
          id={wordsId}
          value={parts.words}
          placeholder={t('choice.wordsExample')}
          maxLength={200}
          autoComplete="off"
          onChange={(event) => setParts({ ...parts, words: event.target.value })}
          onPressEnter={(event) => {
            if (!event.nativeEvent.isComposing) add()
          }}
        />
      </div>
      <div className={styles.actions}>
        <Button disabled={query === '' || known.includes(query)} onClick={add}>
          {t('choice.addQuery')}
        </Button>
        <span role="status">{says()}</span>
      </div>
    </div>
  )
}
