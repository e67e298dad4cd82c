import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useId, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { actingPerson, chooseActingPerson, onActingPerson } from '../service/acting-person.ts'
import styles from './acting-person-menu.module.css'
import { storyOfficeQuery } from './office-query.ts'

/** Who of the office works at this window now: chosen once, remembered here, said in the record of every step. */
export function ActingPersonMenu() {
  const { t } = useTranslation('shown')
  const id = useId()
  const chosen = useSyncExternalStore(onActingPerson, actingPerson)
  const office = useQuery(storyOfficeQuery)
  const people = office.data?.people.filter(({ left }) => !left) ?? []
  if (people.length === 0) return null
  const known = people.some((person) => person.id === chosen)
  return (
    <p className={styles.menu}>
      <label htmlFor={id}>{t('acting.label')}</label>
      <Select
        id={id}
        className={styles.select ?? ''}
        value={known ? (chosen ?? '') : ''}
        options={[
          { value: '', label: t('acting.nobody') },
          ...people.map((person) => ({ value: person.id, label: person.name })),
        ]}
        onChange={(value: string) => chooseActingPerson(value || undefined)}
      />
    </p>
  )
}
