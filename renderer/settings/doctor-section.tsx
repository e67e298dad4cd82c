import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { DoctorCheck, DoctorReport } from '../../library/service/doctor-report.ts'
import { ErrorNotice } from '../design/error-notice.tsx'
import { Icon } from '../design/icon.tsx'
import { request } from '../service/client.ts'
import { doctorText } from './doctor-text.ts'
import styles from './section.module.css'
import { Section } from './section.tsx'

export function DoctorSection() {
  const { t } = useTranslation('settings')
  const doctor = useMutation({
    mutationFn: () => request<DoctorReport>('GET', '/api/doctor'),
  })
  const bad = doctor.data?.checks.filter((check) => !check.ok).length ?? 0
  return (
    <Section title={t('doctor')}>
      <p className={styles.lead}>{t('doctorLead')}</p>
      <div className={styles.actions}>
        <Button disabled={doctor.isPending} onClick={() => doctor.mutate()}>
          {t('doctorRun')}
        </Button>
        <span role="status">
          {doctor.isPending && t('doctorRunning')}
          {doctor.data && (bad === 0 ? t('doctorOk') : t('doctorNotOk', { n: bad }))}
        </span>
      </div>
      {doctor.isError && <ErrorNotice error={doctor.error} onRetry={() => doctor.mutate()} />}
      {doctor.data && (
        <ul className={styles.checks}>
          {doctor.data.checks.map((check) => (
            <CheckRow key={check.code} check={check} />
          ))}
        </ul>
      )}
    </Section>
  )
}

function CheckRow({ check }: { readonly check: DoctorCheck }) {
  const { t, i18n } = useTranslation('settings')
  const { name, text, particulars } = doctorText(check, i18n.language)
  return (
    <li className={styles.check}>
      <span className={check.ok ? styles.good : styles.bad}>
        <Icon name={check.ok ? 'check' : 'warning'} />
        {check.ok ? t('good') : t('bad')}
      </span>
      <span>
        {t('doctorCheck', { name, text })}
        {particulars && <span lang="zh-CN"> {particulars}</span>}
      </span>
    </li>
  )
}
