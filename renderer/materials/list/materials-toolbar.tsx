import { useQuery } from '@tanstack/react-query'
import { type InputRef, Select } from 'antd'
import type { ReactNode, RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import type { MaterialType } from '../../../library/meetings/materials/material.schema.ts'
import { FindField } from '../../design/find-field.tsx'
import styles from '../../design/list-page.module.css'
import { vocabularyQuery } from '../../stories/story-queries.ts'
import { LEVELS } from '../material-types.ts'
import { type MaterialsAddress, MEETING_KINDS } from './materials-address.ts'

interface MaterialsToolbarProps {
  readonly type: MaterialType
  readonly field: RefObject<InputRef | null>
  readonly typed: string
  readonly onTyped: (typed: string) => void
  readonly address: MaterialsAddress
  readonly onChange: (change: MaterialsAddress) => void
  readonly make: ReactNode
  /** From the words into the list. */
  readonly onDown: () => void
  readonly onEnter: () => void
}

/** What narrows the list, and the way to a new one. */
export function MaterialsToolbar(props: MaterialsToolbarProps) {
  const { type, typed, address, onChange } = props
  const { t } = useTranslation('materials')
  const { data: words } = useQuery(vocabularyQuery)
  const choices = [
    ...(type === 'meeting'
      ? [
          {
            name: 'kind' as const,
            any: t('list.anyKind'),
            options: MEETING_KINDS.map((value) => ({ value, label: t(`kind.${value}`) as string })),
          },
        ]
      : []),
    {
      name: 'post' as const,
      any: t('list.anyPost'),
      options: (words?.posts ?? []).map((value) => ({ value, label: value })),
    },
    {
      name: 'level' as const,
      any: t('list.anyLevel'),
      options: LEVELS.map((value) => ({ value, label: t(`level.${value}`) as string })),
    },
  ]
  return (
    <div className={styles.bar}>
      <FindField
        field={props.field}
        typed={typed}
        onTyped={props.onTyped}
        label={t('list.search')}
        placeholder={t('list.placeholder')}
        onDown={props.onDown}
        onEnter={props.onEnter}
      />
      {props.make}
      <div className={styles.choices}>
        {choices.map(({ name, any, options }) => (
          <Select
            key={name}
            aria-label={t(`list.${name}`)}
            className={styles.choice ?? ''}
            popupMatchSelectWidth={false}
            showSearch={{ optionFilterProp: 'label' }}
            value={address[name] ?? ''}
            onChange={(value: string) => onChange({ [name]: value || undefined })}
            options={[{ value: '', label: any }, ...options]}
          />
        ))}
        {(['own', 'changed'] as const).map((name) => (
          <button
            key={name}
            type="button"
            className={styles.toggle}
            aria-pressed={address[name] !== undefined}
            onClick={() => onChange({ [name]: address[name] ? undefined : '1' })}
          >
            {t(`list.${name}`)}
          </button>
        ))}
      </div>
    </div>
  )
}
