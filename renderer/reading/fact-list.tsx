import { useTranslation } from 'react-i18next'
import type { ItemView } from '../../library/items/item-view.ts'
import { CopyButton } from './copy-button.tsx'
import styles from './fact-list.module.css'
import { useShownDate } from './shown-date.ts'

/** The facts of a document, one line each; what is not known has no line. */
export function FactList({ item }: { readonly item: ItemView }) {
  const { t } = useTranslation('reading')
  const { t: say } = useTranslation()
  const shown = useShownDate()
  const date = (value: string | undefined) => value && shown(value)
  const facts: readonly (readonly [label: string, value: string | undefined])[] = [
    [t('metadata.kind'), item.label ? `${say(`kind.${item.kind}`)} · ${item.label}` : say(`kind.${item.kind}`)],
    [t('metadata.citation'), `《${item.citationTitle}》`],
    [t('metadata.issuer'), item.issuer],
    [t('metadata.number'), item.documentNumber],
    [t('metadata.issuedOn'), date(item.issuedOn)],
    [t('metadata.effectiveFrom'), date(item.effectiveFrom)],
    [t('metadata.repealedOn'), date(item.repealedOn)],
    [t('metadata.expiresOn'), date(item.expiresOn)],
  ]
  return (
    <dl className={styles.facts}>
      {facts.map(([label, value]) => value && <Fact key={label} label={label} value={value} />)}
      <dt>{t('metadata.revision')}</dt>
      <dd className={styles.hash}>
        <code title={item.revision}>{item.revision.slice(0, 10)}</code>
        <CopyButton text={item.revision} label={t('metadata.copyRevision')} />
      </dd>
    </dl>
  )
}

function Fact({ label, value }: { readonly label: string; readonly value: string }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </>
  )
}
