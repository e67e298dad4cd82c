import { Checkbox } from 'antd'
import { useTranslation } from 'react-i18next'
import type { StoryConsent, StoryPerson } from '../../../library/stories/story.schema.ts'
import { ChoiceField } from '../../record-form/choice-field.tsx'
import { EntryList } from '../../record-form/entry-list.tsx'
import styles from '../../record-form/record-form.module.css'
import { freshId } from '../../record-form/record-path.ts'
import { TextField } from '../../record-form/text-field.tsx'
import { WordsField } from '../../record-form/words-field.tsx'
import { useStoryForm } from './story-form-context.ts'

const parts = ['hero', 'took-part', 'was-helped', 'told'] as const

/** Who is in the story and how they may be called; `brief` asks only for what a story cannot do without. */
export function PeopleEntries({ brief }: { readonly brief?: boolean | undefined }) {
  const { t } = useTranslation('storyForm')
  const form = useStoryForm()
  const { people, consents } = form.record
  const addConsent = (person: StoryPerson) =>
    form.change('consents', [
      ...consents,
      { id: freshId('c', consents), who: person.id, covers: ['story', 'name'], how: 'spoken', on: form.today },
    ] satisfies StoryConsent[])
  return (
    <EntryList<StoryPerson>
      path="people"
      one={t('person.one')}
      nameOf={({ name }) => name}
      keyOf={({ id }) => id}
      most={50}
      empty={t('person.none')}
      fresh={() => ({ id: freshId('p', people), name: '', part: people.length === 0 ? 'hero' : 'took-part' })}
    >
      {(person, path) => {
        const agreed = consents.some(({ who, covers: all }) => who === person.id && all.includes('name'))
        return (
          <>
            <div className={styles.fields}>
              <TextField path={`${path}/name`} label={t('person.name')} maxLength={40} always />
              <ChoiceField
                path={`${path}/part`}
                label={t('person.part')}
                choices={parts.map((value) => ({ value, label: t(`person.parts.${value}`) }))}
              />
              <TextField
                path={`${path}/alias`}
                label={t('person.alias')}
                example={t('person.aliasExample')}
                maxLength={40}
              />
              {!brief && (
                <>
                  <TextField path={`${path}/post`} label={t('person.post')} maxLength={40} />
                  <WordsField
                    path={`${path}/groups`}
                    label={t('groups')}
                    words={form.vocabulary.groups}
                    most={10}
                    free
                    optional
                  />
                </>
              )}
            </div>
            <Checkbox
              checked={person.minor === true}
              disabled={form.readOnly}
              onChange={({ target }) => form.change(`${path}/minor`, target.checked || undefined)}
            >
              {t('person.minor')}
            </Checkbox>
            <p className={styles.fileLine}>
              <span className={styles.subtle}>
                {t(agreed ? 'person.printedByName' : person.alias ? 'person.printedByAlias' : 'person.noAlias', {
                  name: person.name,
                  alias: person.alias ?? '',
                })}
              </span>
              {!agreed && !form.readOnly && (
                <button type="button" className={styles.textButton} onClick={() => addConsent(person)}>
                  {t('person.agreed')}
                </button>
              )}
            </p>
          </>
        )
      }}
    </EntryList>
  )
}
