import { useQuery } from '@tanstack/react-query'
import type { InputRef } from 'antd'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MaterialType } from '../../../library/meetings/materials/material.schema.ts'
import { EmptyNotice } from '../../design/empty-notice.tsx'
import { ErrorNotice } from '../../design/error-notice.tsx'
import { KeyedList } from '../../design/keyed-list.tsx'
import styles from '../../design/list-page.module.css'
import { LoadingNotice } from '../../design/loading-notice.tsx'
import { moveInList } from '../../design/move-in-list.ts'
import { Page } from '../../design/page.tsx'
import { Pager } from '../../design/pager.tsx'
import { useListKeys } from '../../design/use-list-keys.ts'
import { useSettled } from '../../design/use-settled.ts'
import { materialsQuery } from '../material-queries.ts'
import { MaterialsTabs } from '../materials-tabs.tsx'
import { MaterialRow } from './material-row.tsx'
import { askedBy, isNarrowed, MATERIALS_PAGE, type MaterialsAddress, pageOf } from './materials-address.ts'
import { MaterialsToolbar } from './materials-toolbar.tsx'

interface MaterialsListProps {
  readonly type: MaterialType
  readonly title: string
  readonly lead: string
  readonly address: MaterialsAddress
  /** Takes the place of the address. */
  readonly onAddress: (address: MaterialsAddress) => void
  /** `n` begins a new one. */
  readonly onNew: () => void
  /** The way to a new one, beside the words. */
  readonly make: ReactNode
  /** What an empty desk teaches. */
  readonly empty: ReactNode
  /** Above the list: what waits here, what was dropped. */
  readonly children?: ReactNode
}

/** All materials of a type, made here and of the library: found by words and pinyin, narrowed, opened, copied, deleted. */
export function MaterialsList(props: MaterialsListProps) {
  const { type, address, onAddress } = props
  const { t } = useTranslation('materials')
  const [typed, setTyped] = useState(address.q ?? '')
  const words = useSettled(typed.trim(), 150)
  const field = useRef<InputRef>(null)
  const list = useRef<HTMLDivElement>(null)
  const found = useQuery(materialsQuery(askedBy(type, { ...address, q: words })))
  const go = (change: MaterialsAddress) => onAddress({ ...address, page: undefined, ...change })
  useListKeys({ onFind: () => field.current?.focus({ cursor: 'all' }), onNew: props.onNew })
  // biome-ignore lint/correctness/useExhaustiveDependencies: the address follows the words, not the other way round
  useEffect(() => {
    if ((address.q ?? '') !== words) go({ q: words || undefined })
  }, [words])
  const narrowed = isNarrowed({ ...address, q: words })
  const { data } = found
  const materials = data?.materials ?? []
  const discarded = address.discarded !== undefined
  const clear = () => {
    setTyped('')
    onAddress({})
  }
  return (
    <>
      <MaterialsTabs />
      <Page title={props.title} lead={data && data.total > 0 ? t('list.count', { n: data.total }) : props.lead}>
        {props.children}
        <MaterialsToolbar
          type={type}
          field={field}
          typed={typed}
          onTyped={setTyped}
          address={address}
          onChange={go}
          make={props.make}
          onDown={() => moveInList(list.current, 1)}
          onEnter={() => list.current?.querySelector<HTMLElement>('[data-line]')?.click()}
        />
        {found.isPending && <LoadingNotice />}
        {found.isError && <ErrorNotice error={found.error} onRetry={() => void found.refetch()} />}
        {data && materials.length === 0 && !narrowed && props.empty}
        {data && materials.length === 0 && narrowed && (
          <EmptyNotice
            title={words !== '' ? t('list.noneFor', { words }) : discarded ? t('list.noDiscarded') : t('list.noneHere')}
          >
            <p>{discarded && words === '' ? t('list.noDiscardedWhat') : t('list.noneTry')}</p>
            <p>
              <button type="button" className={styles.textButton} onClick={clear}>
                {t('list.clear')}
              </button>
            </p>
          </EmptyNotice>
        )}
        <KeyedList list={list} field={field}>
          {materials.length > 0 && (
            <ul className={styles.list} aria-label={props.title} aria-busy={found.isPlaceholderData}>
              {materials.map((material) => (
                <MaterialRow key={material.id} material={material} discarded={discarded} />
              ))}
            </ul>
          )}
        </KeyedList>
        <Pager
          page={pageOf(address) + 1}
          pages={Math.ceil((data?.total ?? 0) / MATERIALS_PAGE)}
          onPage={(next) => {
            go({ page: next > 1 ? String(next) : undefined })
            document.getElementById('main')?.scrollTo({ top: 0 })
          }}
        />
        <p className={styles.foot}>
          <button
            type="button"
            className={styles.textButton}
            onClick={() => go({ discarded: discarded ? undefined : '1' })}
          >
            {t(discarded ? 'list.backFromDiscarded' : 'list.toDiscarded')}
          </button>
        </p>
      </Page>
    </>
  )
}
