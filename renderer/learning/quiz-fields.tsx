import { Button, Checkbox, Input, Radio } from 'antd'
import { useTranslation } from 'react-i18next'
import type { QuizQuestion } from '../../library/meetings/learning/path.schema.ts'
import { CitedField } from '../materials/cited-field.tsx'
import { ChoiceField } from '../record-form/choice-field.tsx'
import { EntryList } from '../record-form/entry-list.tsx'
import { FieldFrame } from '../record-form/field-frame.tsx'
import form from '../record-form/record-form.module.css'
import { useRecordForm } from '../record-form/record-form-context.ts'
import { fieldId, freshId, valueAt } from '../record-form/record-path.ts'
import { TextField } from '../record-form/text-field.tsx'
import { WordsField } from '../record-form/words-field.tsx'
import { canBeAsked } from './quiz/check-answer.ts'
import styles from './quiz/quiz-play.module.css'

/** In the order in which they are offered. */
const TYPES = ['single', 'multiple', 'judgement', 'blank'] as const

const MOST_OPTIONS = 10

type Option = QuizQuestion['options'][number]

/** The questions of a quiz, written in a plain form; `path` is the list in the record: `steps/2/questions`. */
export function QuizFields({ path }: { readonly path: string }) {
  const { t } = useTranslation('learning')
  const { record } = useRecordForm()
  const questions = (valueAt(record, path) ?? []) as readonly QuizQuestion[]
  return (
    <EntryList<QuizQuestion>
      path={path}
      one={t('quiz.one')}
      nameOf={({ ask }) => ask}
      keyOf={({ id }) => id}
      fresh={() => ({
        id: freshId('q', questions),
        type: 'single',
        ask: '',
        options: [
          { id: 'o1', text: '' },
          { id: 'o2', text: '' },
        ],
        answers: [],
        cites: [],
      })}
      most={50}
      empty={t('quiz.none')}
    >
      {(question, at) => <Question question={question} path={at} />}
    </EntryList>
  )
}

function Question({ question, path }: { readonly question: QuizQuestion; readonly path: string }) {
  const { t } = useTranslation('learning')
  const { readOnly } = useRecordForm()
  const { type } = question
  return (
    <>
      <div className={form.fields}>
        <TextField
          path={`${path}/ask`}
          label={t('quiz.ask')}
          example={t(`quiz.askExample.${type}`)}
          maxLength={1000}
          rows={1}
          always
        />
        <ChoiceField
          path={`${path}/type`}
          label={t('quiz.type')}
          choices={TYPES.map((value) => ({ value, label: t(`quiz.types.${value}`) }))}
        />
        {type === 'judgement' && <TruthField path={`${path}/isTrue`} />}
        {type === 'blank' && (
          <WordsField
            path={`${path}/answers`}
            label={t('quiz.answers')}
            hint={t('quiz.answersHint')}
            example={t('quiz.answersExample')}
            words={[]}
            most={10}
            free
            wide
          />
        )}
      </div>
      {(type === 'single' || type === 'multiple') && <Options path={`${path}/options`} several={type === 'multiple'} />}
      {!canBeAsked(question) && !readOnly && <p className={form.wrong}>{t(`quiz.unfinished.${type}`)}</p>}
      <TextField path={`${path}/why`} label={t('quiz.why')} example={t('quiz.whyExample')} maxLength={2000} rows={1} />
      <FieldFrame path={`${path}/cites`} label={t('quiz.cites')} group>
        <CitedField path={`${path}/cites`} most={5} />
      </FieldFrame>
    </>
  )
}

function TruthField({ path }: { readonly path: string }) {
  const { t } = useTranslation('learning')
  const { record, change, readOnly } = useRecordForm()
  const label = t('quiz.truth')
  return (
    <FieldFrame path={path} label={label} group>
      <Radio.Group
        aria-label={label}
        disabled={readOnly}
        value={valueAt(record, path)}
        options={[
          { value: true, label: t('quiz.true') },
          { value: false, label: t('quiz.false') },
        ]}
        onChange={({ target }) => change(path, target.value === true)}
      />
    </FieldFrame>
  )
}

/** Options, each with whether it is right; where one is to be chosen, choosing the right one unchooses the others. */
function Options({ path, several }: { readonly path: string; readonly several: boolean }) {
  const { t } = useTranslation('learning')
  const { record, change, readOnly } = useRecordForm()
  const options = (valueAt(record, path) ?? []) as readonly Option[]
  const mark = (id: string, right: boolean) =>
    change(
      path,
      options.map((option) => {
        const { right: before, ...rest } = option
        const now = option.id === id ? right : several && before === true
        return now ? { ...rest, right: true } : rest
      }),
    )
  const add = () => {
    change(path, [...options, { id: freshId('o', options), text: '' }])
    requestAnimationFrame(() => document.getElementById(fieldId(`${path}/${options.length}/text`))?.focus())
  }
  return (
    <FieldFrame path={path} label={t('quiz.options')} hint={t(several ? 'quiz.tickRight' : 'quiz.tickOne')} group>
      {options.map(({ id, text, right }, at) => {
        const name = text || t('quiz.optionNth', { n: at + 1 })
        return (
          <div key={id} className={styles.option}>
            <Checkbox
              checked={right ?? false}
              disabled={readOnly}
              aria-label={t('quiz.rightOf', { name })}
              onChange={({ target }) => mark(id, target.checked)}
            />
            <Input
              id={fieldId(`${path}/${at}/text`)}
              aria-label={t('quiz.optionNth', { n: at + 1 })}
              autoComplete="off"
              maxLength={500}
              readOnly={readOnly}
              value={text}
              onChange={({ target }) => change(`${path}/${at}/text`, target.value, true)}
              onPressEnter={({ nativeEvent }) => !nativeEvent.isComposing && options.length < MOST_OPTIONS && add()}
            />
            {!readOnly && (
              <Button
                type="text"
                size="small"
                aria-label={t('quiz.removeOf', { name })}
                onClick={() => change(`${path}/${at}`, undefined)}
              >
                {t('quiz.remove')}
              </Button>
            )}
          </div>
        )
      })}
      {!readOnly && (
        <p>
          <Button size="small" disabled={options.length >= MOST_OPTIONS} onClick={add}>
            {t('quiz.addOption')}
          </Button>
        </p>
      )}
    </FieldFrame>
  )
}
