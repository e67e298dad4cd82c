import { Button, Segmented } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ItemKind } from '../../library/items/item-kind.ts'
import { sizeText } from '../design/size-text.ts'
import { useArrivalFocus } from '../design/use-arrival-focus.ts'
import { itemKinds } from '../search/search-filters.ts'
import { useImportDesk } from './import-desk-context.tsx'
import styles from './import-panels.module.css'
import type { Selection } from './selection.ts'

const namesShown = 8

/** What was chosen, and what to take it in as. */
export function ChosenPanel({ selection }: { readonly selection: Selection }) {
  const { t } = useTranslation(['importing', 'app'])
  const desk = useImportDesk()
  const heading = useArrivalFocus<HTMLHeadingElement>()
  const kindLabel = useId()
  const [kind, setKind] = useState<ItemKind | 'auto'>('auto')
  const names = selection.kind === 'paths' ? selection.paths : selection.files.map(({ path }) => path)
  return (
    <div className={styles.sheet}>
      <h2 ref={heading} tabIndex={-1} className={styles.sheetTitle}>
        {selection.kind === 'paths'
          ? t('chosenPaths', { n: names.length })
          : t('chosenFiles', {
              n: names.length,
              size: sizeText(selection.files.reduce((sum, { file }) => sum + file.size, 0)),
            })}
      </h2>
      {names.length === 0 && <p>{t('nothingInside')}</p>}
      <ul className={styles.names}>
        {names.slice(0, namesShown).map((name) => (
          <li key={name}>{name}</li>
        ))}
        {names.length > namesShown && (
          <li className={styles.muted}>{t('andMore', { n: names.length - namesShown })}</li>
        )}
      </ul>
      <div className={styles.kind}>
        <span id={kindLabel}>{t('kind')}</span>
        <Segmented<ItemKind | 'auto'>
          aria-labelledby={kindLabel}
          value={kind}
          onChange={setKind}
          options={[
            { value: 'auto', label: t('kindAuto') },
            ...itemKinds.map((value) => ({ value, label: t(`app:kind.${value}`) })),
          ]}
        />
      </div>
      <div className={styles.actions}>
        <Button
          type="primary"
          disabled={names.length === 0}
          onClick={() => void desk.start(selection, kind === 'auto' ? undefined : kind)}
        >
          {t('start')}
        </Button>
        <Button onClick={() => desk.clear()}>{t('giveUp')}</Button>
      </div>
    </div>
  )
}
