import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Select } from 'antd'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { actingPerson, chooseActingPerson } from '../../service/acting-person.ts'
import { officeQuery } from '../story-queries.ts'
import styles from './person-menu.module.css'
import { useActingPerson, useActingPersonId } from './use-acting-person.ts'
import { useChosenPerson } from './use-chosen-person.ts'

const OFFICE = '#office'

/** Who is sitting here now: what is done is recorded under this name. Nobody chosen is this computer. */
export function PersonMenu() {
  const { t } = useTranslation('stories')
  const navigate = useNavigate()
  const office = useQuery(officeQuery)
  const person = useActingPerson()
  const choosePerson = useChosenPerson()
  const id = useActingPersonId()
  // Somebody who is not of this office any more must not go on being named to the service. Whoever was remembered may
  // have sat down since this was drawn.
  useEffect(() => {
    if (office.data && !person && id !== undefined && actingPerson() === id) chooseActingPerson(undefined)
  }, [office.data, person, id])
  const people = (office.data?.people ?? []).filter(({ left }) => left !== true)
  const choose = (id: string) => {
    if (id === OFFICE) return void navigate({ to: '/stories/office' })
    choosePerson(id === '' ? undefined : id)
  }
  return (
    <span className={styles.menu}>
      <span aria-hidden="true">{t('person.here')}</span>
      <Select
        aria-label={t('person.label')}
        className={styles.choice ?? ''}
        value={person?.id ?? ''}
        popupMatchSelectWidth={false}
        onChange={choose}
        options={[
          { value: '', label: t('person.computer') },
          ...people.map(({ id, name, roles }) => ({
            value: id,
            label: roles.length > 0 ? `${name}（${roles.map((role) => t(`role.${role}`)).join('、')}）` : name,
          })),
          { value: OFFICE, label: t('person.setUp') },
        ]}
      />
    </span>
  )
}
