import { Button, Checkbox, Input, InputNumber } from 'antd'
import { useTranslation } from 'react-i18next'
import type { OfficePerson, OfficeRole, StoryOffice } from '../../../library/stories/process/process-view.ts'
import { EmptyNotice } from '../../design/empty-notice.tsx'
import { ErrorNotice } from '../../design/error-notice.tsx'
import { freshId } from '../../record-form/record-path.ts'
import styles from './office.module.css'
import { useOfficeDraft } from './use-office-draft.ts'

const roles = ['writer', 'verifier', 'approver', 'publisher'] as const
const waits = ['verify', 'approve', 'publish'] as const

/** The office's name, its people in the order they were written down, and what is wished for. It saves itself. */
export function OfficeForm({ saved }: { readonly saved: StoryOffice }) {
  const { t } = useTranslation('stories')
  const { draft, state, change, save } = useOfficeDraft(saved)
  const here = draft.people.filter(({ left }) => left !== true)
  const gone = draft.people.filter(({ left }) => left)
  const replace = (id: string, step: (person: OfficePerson) => OfficePerson) =>
    change({ ...draft, people: draft.people.map((one) => (one.id === id ? step(one) : one)) })
  const add = () => {
    const person: OfficePerson = { id: freshId('p', draft.people), name: '', roles: ['writer'] }
    change({ ...draft, people: [...draft.people, person] })
    requestAnimationFrame(() => document.getElementById(`office-${person.id}`)?.focus())
  }
  return (
    <form
      className={styles.form}
      onBlur={() => state.kind === 'waiting' && save()}
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      <p role="status" className={styles.muted}>
        {t(`office.${state.kind}`)}
      </p>
      {state.kind === 'failed' && <ErrorNotice error={state.error} onRetry={save} />}
      <div className={styles.field}>
        <label htmlFor="office-name">{t('office.name')}</label>
        <Input
          id="office-name"
          value={draft.name}
          maxLength={80}
          placeholder={t('office.nameExample')}
          onChange={(event) => change({ ...draft, name: event.target.value })}
        />
      </div>
      <section className={styles.people} aria-labelledby="office-people">
        <h2 id="office-people" className={styles.heading}>
          {t('office.people')}
        </h2>
        <p className={styles.muted}>{t('office.rule')}</p>
        {here.length === 0 && (
          <EmptyNotice title={t('office.emptyTitle')}>
            <p>{t('office.emptyWhat')}</p>
          </EmptyNotice>
        )}
        {here.map((person) => (
          <PersonRow key={person.id} person={person} onChange={(step) => replace(person.id, step)} />
        ))}
        <div>
          <Button onClick={add}>{t('office.add')}</Button>
        </div>
      </section>
      {gone.length > 0 && (
        <details>
          <summary>{t('office.gone', { n: gone.length })}</summary>
          <ul>
            {gone.map(({ id, name }) => (
              <li key={id}>
                {name}{' '}
                <button
                  type="button"
                  className={styles.textButton}
                  aria-label={t('office.backOf', { name })}
                  onClick={() => replace(id, ({ left: _, ...person }) => person)}
                >
                  {t('office.back')}
                </button>
              </li>
            ))}
          </ul>
        </details>
      )}
      <section className={styles.people} aria-labelledby="office-days">
        <h2 id="office-days" className={styles.heading}>
          {t('office.days')}
        </h2>
        <p className={styles.muted}>{t('office.daysLead')}</p>
        <div className={styles.days}>
          {waits.map((wait) => (
            <div key={wait} className={styles.field}>
              <label htmlFor={`office-${wait}`}>{t(`office.day.${wait}`)}</label>
              <InputNumber
                id={`office-${wait}`}
                min={0}
                max={365}
                precision={0}
                value={draft.days[wait]}
                suffix={t('office.dayUnit')}
                onChange={(days) => change({ ...draft, days: { ...draft.days, [wait]: days ?? 0 } })}
              />
            </div>
          ))}
          <div className={styles.field}>
            <label htmlFor="office-review">{t('office.review')}</label>
            <InputNumber
              id="office-review"
              min={1}
              max={120}
              precision={0}
              value={draft.reviewMonths}
              suffix={t('office.monthUnit')}
              onChange={(months) => change({ ...draft, reviewMonths: months ?? 12 })}
            />
          </div>
        </div>
      </section>
    </form>
  )
}

interface PersonRowProps {
  readonly person: OfficePerson
  readonly onChange: (step: (person: OfficePerson) => OfficePerson) => void
}

function PersonRow({ person, onChange }: PersonRowProps) {
  const { t } = useTranslation('stories')
  const name = person.name || t('office.unnamed')
  const withRole = (role: OfficeRole, has: boolean): OfficeRole[] =>
    roles.filter((one) => (one === role ? has : person.roles.includes(one)))
  return (
    <fieldset className={styles.person}>
      <legend className="visually-hidden">{name}</legend>
      <Input
        id={`office-${person.id}`}
        className={styles.personName ?? ''}
        value={person.name}
        maxLength={40}
        autoComplete="off"
        aria-label={t('office.personName')}
        placeholder={t('office.personName')}
        onChange={(event) => onChange((one) => ({ ...one, name: event.target.value }))}
      />
      <span className={styles.roles}>
        {roles.map((role) => (
          <Checkbox
            key={role}
            checked={person.roles.includes(role)}
            onChange={({ target }) => onChange((one) => ({ ...one, roles: withRole(role, target.checked) }))}
          >
            {t(`role.${role}`)}
          </Checkbox>
        ))}
      </span>
      <Button
        type="text"
        size="small"
        aria-label={t('office.leaveOf', { name })}
        onClick={() => onChange((one) => ({ ...one, left: true }))}
      >
        {t('office.leave')}
      </Button>
    </fieldset>
  )
}
