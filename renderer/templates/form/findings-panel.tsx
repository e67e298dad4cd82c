import { Link } from '@tanstack/react-router'
import { Button, Checkbox } from 'antd'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { Finding } from '../../../library/templates/finding.ts'
import type { TemplateSchema } from '../../../library/templates/template-schema.ts'
import { Icon } from '../../design/icon.tsx'
import { useArrivalFocus } from '../../design/use-arrival-focus.ts'
import { titleAt } from './field-path.ts'
import styles from './findings-panel.module.css'

interface FindingsPanelProps {
  readonly schema: TemplateSchema
  readonly findings: readonly Finding[]
  /** After trying to finish: what stops can be let stand, by who looked at it. */
  readonly settling?:
    | { readonly letStand: ReadonlySet<string>; readonly onLetStand: (ids: readonly string[], stand: boolean) => void }
    | undefined
  readonly title?: string | undefined
  /** How often finishing was stopped here: each time the focus comes to what was found. */
  readonly stopped?: number | undefined
  readonly repairable?: ((finding: Finding) => boolean) | undefined
  readonly onRepair?: ((finding: Finding) => void) | undefined
  /** Leads to a field; absent where there are none to go to. */
  readonly onGo?: ((path: string) => void) | undefined
}

/** What the check found, what stops first; each leads to its field. */
export function FindingsPanel(props: FindingsPanelProps) {
  const { schema, findings, settling, title, stopped, repairable, onRepair, onGo } = props
  const { t } = useTranslation('templates')
  const heading = useArrivalFocus<HTMLHeadingElement>()
  useEffect(() => {
    if (stopped) heading.current?.focus()
  }, [stopped, heading])
  const missing = findings.filter(({ rule }) => rule === 'missing')
  const rest = findings.filter(({ rule }) => rule !== 'missing')
  const kinds = [
    ['must', rest.filter(({ severity }) => severity === 'must')],
    ['should', rest.filter(({ severity }) => severity === 'should')],
  ] as const
  return (
    <div className={styles.panel}>
      <h2 ref={heading} tabIndex={-1} className={styles.heading}>
        {title ?? t('check.title')}
      </h2>
      {findings.length === 0 && (
        <p className={styles.good}>
          <Icon name="check" /> {t('check.good')}
        </p>
      )}
      {missing.length > 0 && (
        <section className={styles.kind}>
          <h3>{t('check.missing', { n: missing.length })}</h3>
          <ul className={styles.missing}>
            {missing.map((finding) => (
              <li key={finding.id}>
                {finding.place.type === 'field' ? (
                  <PlaceButton path={finding.place.path} schema={schema} onGo={onGo} />
                ) : (
                  finding.says
                )}
              </li>
            ))}
          </ul>
          {settling && (
            <Checkbox
              checked={missing.every(({ id }) => settling.letStand.has(id))}
              onChange={(event) =>
                settling.onLetStand(
                  missing.map(({ id }) => id),
                  event.target.checked,
                )
              }
            >
              {t('check.leaveEmpty')}
            </Checkbox>
          )}
        </section>
      )}
      {kinds.map(
        ([severity, found]) =>
          found.length > 0 && (
            <section key={severity} className={styles.kind}>
              <h3>{t(`check.${severity}`, { n: found.length })}</h3>
              <ul className={styles.findings}>
                {found.map((finding) => (
                  <li key={finding.id} data-severity={severity}>
                    <p>{finding.says}</p>
                    {finding.why && <p className={styles.why}>{finding.why}</p>}
                    {finding.place.type === 'document' && <Quote place={finding.place} />}
                    <div className={styles.actions}>
                      {finding.place.type === 'field' && (
                        <PlaceButton path={finding.place.path} schema={schema} onGo={onGo} />
                      )}
                      {finding.repair && onRepair && repairable?.(finding) && (
                        <Button size="small" onClick={() => onRepair(finding)}>
                          {finding.repair.label}
                        </Button>
                      )}
                      {finding.related && (
                        <Link
                          to="/item/$itemId"
                          params={{ itemId: finding.related.itemId }}
                          search={{}}
                          hash={finding.related.anchor ?? ''}
                        >
                          《{finding.related.title}》
                        </Link>
                      )}
                      {settling && severity === 'must' && (
                        <Checkbox
                          checked={settling.letStand.has(finding.id)}
                          onChange={(event) => settling.onLetStand([finding.id], event.target.checked)}
                        >
                          {t('check.letStand')}
                        </Checkbox>
                      )}
                    </div>
                  </li>
                ))}
              </ul>
            </section>
          ),
      )}
    </div>
  )
}

interface PlaceButtonProps {
  readonly path: string
  readonly schema: TemplateSchema
  readonly onGo: FindingsPanelProps['onGo']
}

function PlaceButton({ path, schema, onGo }: PlaceButtonProps) {
  const { t } = useTranslation('templates')
  const title = titleAt(schema, path, (n) => t('form.row', { n }))
  if (!onGo) return <span>{title}</span>
  return (
    <button type="button" className={styles.go} onClick={() => onGo(path)}>
      {title}
    </button>
  )
}

/** The words found, between those around them. */
function Quote({ place }: { readonly place: Extract<Finding['place'], { type: 'document' }> }) {
  const { t } = useTranslation('templates')
  const at = place.context.indexOf(place.quote)
  const around = at < 0 || place.quote === '' ? undefined : at
  return (
    <blockquote className={styles.quote}>
      {around === undefined ? (
        place.context || place.quote
      ) : (
        <>
          {place.context.slice(0, around)}
          <mark>{place.quote}</mark>
          {place.context.slice(around + place.quote.length)}
        </>
      )}
      <footer>{t('page.problemPlace', { part: place.part, n: place.paragraph })}</footer>
    </blockquote>
  )
}
