import { useTranslation } from 'react-i18next'
import type { MeetingPart } from '../../../library/meetings/outline/outline.schema.ts'
import { DateField } from '../../record-form/date-field.tsx'
import { EntryList } from '../../record-form/entry-list.tsx'
import styles from '../../record-form/record-form.module.css'
import { useRecordForm } from '../../record-form/record-form-context.ts'
import { freshId, valueAt } from '../../record-form/record-path.ts'
import { TextField } from '../../record-form/text-field.tsx'

type Todo = Extract<MeetingPart, { type: 'closing' }>['todo'][number]

/** What is to be done after the meeting, by whom, until when. */
export function TodoField() {
  const { t } = useTranslation('meetingParts')
  const { record } = useRecordForm()
  return (
    <EntryList<Todo>
      path="todo"
      one={t('closing.todoOne')}
      nameOf={({ text }) => text}
      keyOf={({ id }) => id}
      fresh={() => ({ id: freshId('t', (valueAt(record, 'todo') ?? []) as readonly Todo[]), text: '' })}
      most={50}
    >
      {(_, path) => (
        <div className={styles.fields}>
          <TextField path={`${path}/text`} label={t('closing.todoText')} maxLength={500} always wide />
          <TextField path={`${path}/who`} label={t('closing.todoWho')} maxLength={100} />
          <DateField path={`${path}/dueOn`} label={t('closing.todoDue')} day />
        </div>
      )}
    </EntryList>
  )
}
