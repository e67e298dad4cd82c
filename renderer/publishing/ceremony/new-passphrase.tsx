import { type Ref, useImperativeHandle, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { PassphraseField } from '../passphrase-field.tsx'
import { type PassphraseProblem, passphraseProblem, SHORTEST_PASSPHRASE } from './passphrase-rule.ts'

/** How the step around a {@link NewPassphrase} gets what was typed. */
export interface TypedPassphrase {
  /** The passphrase, after which both fields are empty; nothing when it will not do, and then the fields say why. */
  take(): string | undefined
}

interface NewPassphraseProps {
  readonly label: string
  readonly again: string
  readonly onEnter: () => void
  readonly ref: Ref<TypedPassphrase>
}

/** A passphrase typed twice. Both fields are emptied as soon as they were read, right or wrong. */
export function NewPassphrase({ label, again, onEnter, ref }: NewPassphraseProps) {
  const { t } = useTranslation('publishing')
  const first = useRef<HTMLInputElement>(null)
  const second = useRef<HTMLInputElement>(null)
  const [problem, setProblem] = useState<PassphraseProblem>()
  useImperativeHandle(ref, () => ({
    take() {
      if (!first.current || !second.current) return undefined
      const [once, twice] = [first.current.value, second.current.value]
      const wrong = passphraseProblem(once, twice)
      first.current.value = ''
      second.current.value = ''
      setProblem(wrong)
      if (wrong) first.current.focus()
      return wrong ? undefined : once
    },
  }))
  const told = {
    'too-short': t('ceremony.tooShort', { n: SHORTEST_PASSPHRASE }),
    differ: t('ceremony.differ'),
  }
  return (
    <>
      <PassphraseField
        ref={first}
        label={label}
        hint={t('ceremony.passphraseHint', { n: SHORTEST_PASSPHRASE })}
        error={problem && told[problem]}
        onType={() => setProblem(undefined)}
        onEnter={() => second.current?.focus()}
      />
      <PassphraseField ref={second} label={again} onType={() => setProblem(undefined)} onEnter={onEnter} />
      <p className="visually-hidden" role="alert">
        {problem ? told[problem] : ''}
      </p>
    </>
  )
}
