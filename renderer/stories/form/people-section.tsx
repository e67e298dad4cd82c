import { useTranslation } from 'react-i18next'
import type { StoryConsent, StoryPerson } from '../../../library/stories/story.schema.ts'
import { ChecksField } from '../../record-form/checks-field.tsx'
import { ChoiceField } from '../../record-form/choice-field.tsx'
import { DateField } from '../../record-form/date-field.tsx'
import { EntryList } from '../../record-form/entry-list.tsx'
import { FormSection } from '../../record-form/form-section.tsx'
import styles from '../../record-form/record-form.module.css'
import { freshId } from '../../record-form/record-path.ts'
import { TextField } from '../../record-form/text-field.tsx'
import { ConsentProof } from './consent-proof.tsx'
import { PeopleEntries } from './people-entries.tsx'
import { useStoryForm } from './story-form-context.ts'

const covers = ['name', 'story', 'picture', 'quote'] as const
const ways = ['written', 'spoken', 'message'] as const

/** Who is in it, how they may be called, and what they have agreed to. */
export function PeopleSection() {
  const { t } = useTranslation('storyForm')
  const { people, consents } = useStoryForm().record
  return (
    <FormSection title={t('section.people')} lead={t('section.peopleLead')}>
      <PeopleEntries />
      {(consents.length > 0 || people.length > 0) && <Consents people={people} />}
    </FormSection>
  )
}

function Consents({ people }: { readonly people: readonly StoryPerson[] }) {
  const { t } = useTranslation(['storyForm', 'recordForm'])
  const form = useStoryForm()
  const { consents } = form.record
  const nameOf = (who: string) => people.find(({ id }) => id === who)?.name || who
  return (
    <>
      <h3>{t('section.consents')}</h3>
      <EntryList<StoryConsent>
        path="consents"
        one={t('consent.one')}
        nameOf={({ who }) => nameOf(who)}
        keyOf={({ id }) => id}
        most={100}
        empty={t('consent.none')}
        fresh={() => ({
          id: freshId('c', consents),
          who: people[0]?.id ?? '',
          covers: ['story'],
          how: 'spoken',
          on: form.today,
        })}
      >
        {(consent, path) => (
          <>
            <div className={styles.fields}>
              {people.length > 0 && (people.some(({ id }) => id === consent.who) || consent.who === '') ? (
                <ChoiceField
                  path={`${path}/who`}
                  label={t('consent.who')}
                  choices={people.map(({ id, name }, at) => ({
                    value: id,
                    label: name || t('recordForm:entry.place', { one: t('person.one'), n: at + 1 }),
                  }))}
                />
              ) : (
                <TextField path={`${path}/who`} label={t('consent.who')} maxLength={80} always />
              )}
              <ChoiceField
                path={`${path}/how`}
                label={t('consent.how')}
                choices={ways.map((value) => ({ value, label: t(`consent.${value}`) }))}
              />
              <DateField path={`${path}/on`} label={t('consent.on')} day />
              {people.find(({ id }) => id === consent.who)?.minor && (
                <TextField path={`${path}/guardian`} label={t('consent.guardian')} maxLength={40} />
              )}
              <TextField path={`${path}/note`} label={t('consent.note')} maxLength={500} />
            </div>
            <ChecksField
              path={`${path}/covers`}
              label={t('consent.covers')}
              choices={covers.map((value) => ({ value, label: t(`consent.cover.${value}`) }))}
              one
            />
            <ConsentProof consent={consent} path={path} />
          </>
        )}
      </EntryList>
    </>
  )
}
