import { Button, Input } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MeetingPerson, MeetingRecord } from '../../../library/meetings/outline/outline.schema.ts'
import { ChoiceField } from '../../record-form/choice-field.tsx'
import { EntryList } from '../../record-form/entry-list.tsx'
import styles from '../../record-form/record-form.module.css'
import { useRecordForm } from '../../record-form/record-form-context.ts'
import { freshId } from '../../record-form/record-path.ts'
import { TextField } from '../../record-form/text-field.tsx'
import type { KnownFacts } from './known-facts.ts'
import { pastedPeople } from './pasted-people.ts'

const partsOfPeople = ['host', 'speaker', 'recorder', 'attendee'] as const

/** Who leads, speaks, writes down and comes; many at once by pasting. */
export function PeopleField({ known }: { readonly known: KnownFacts['people'] }) {
  const { t } = useTranslation('meetingParts')
  const form = useRecordForm()
  const { people } = form.record as MeetingRecord
  const offered = known.filter(({ name }) => !people.some((person) => person.name === name))
  const add = (name: string, part: MeetingPerson['part']) => {
    const empty = people.findIndex((person) => person.name === '')
    const person = { id: people[empty]?.id ?? freshId('n', people), name, part }
    form.change('people', empty < 0 ? [...people, person] : people.with(empty, person))
  }
  return (
    <>
      <EntryList<MeetingPerson>
        path="people"
        one={t('facts.person')}
        nameOf={({ name }) => name}
        keyOf={({ id }) => id}
        fresh={() => ({ id: freshId('n', people), name: '', part: people.length === 0 ? 'host' : 'attendee' })}
        most={500}
        ways={offered.map(({ name, part }) => (
          <Button key={name} onClick={() => add(name, part)} title={t('facts.knownFrom')}>
            {t(`facts.parts.${part}`)}：{name}
          </Button>
        ))}
      >
        {(_, path) => (
          <div className={styles.fields}>
            <TextField path={`${path}/name`} label={t('facts.name')} maxLength={40} always />
            <ChoiceField
              path={`${path}/part`}
              label={t('facts.part')}
              choices={partsOfPeople.map((value) => ({ value, label: t(`facts.parts.${value}`) }))}
            />
            <TextField path={`${path}/post`} label={t('facts.post')} maxLength={100} />
          </div>
        )}
      </EntryList>
      {!form.readOnly && <ManyPeople />}
    </>
  )
}

function ManyPeople() {
  const { t } = useTranslation('meetingParts')
  const form = useRecordForm()
  const id = useId()
  const [text, setText] = useState('')
  const { people } = form.record as MeetingRecord
  const added = text.trim() === '' ? [] : pastedPeople(people, text)
  return (
    <details>
      <summary>{t('facts.attendees')}</summary>
      <label htmlFor={id} className={styles.hint}>
        {t('facts.attendeesHint')}
      </label>
      <Input.TextArea
        id={id}
        value={text}
        maxLength={60_000}
        autoSize={{ minRows: 3, maxRows: 10 }}
        onChange={(event) => setText(event.target.value)}
      />
      {added.length > 0 && (
        <Button
          onClick={() => {
            form.change('people', [...people, ...added])
            setText('')
          }}
        >
          {t('facts.attendeesAdd', { n: added.length })}
        </Button>
      )}
    </details>
  )
}
