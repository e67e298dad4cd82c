import { Button, Progress } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FeedBuild, FeedView } from '../../../library/feeds/feed-view.ts'
import type { JobView } from '../../../library/jobs/job-view.ts'
import { ErrorNotice } from '../../design/error-notice.tsx'
import { keepFocus } from '../../design/keep-focus.ts'
import { sizeText } from '../../design/size-text.ts'
import { useArrivalFocus } from '../../design/use-arrival-focus.ts'
import type { JobRunState } from '../../jobs/job-run.ts'
import { FolderField } from '../../publishing/folder-field.tsx'
import { CopyButton } from '../../reading/copy-button.tsx'
import { ServiceError } from '../../service/service-error.ts'
import styles from '../desk/feed-page.module.css'
import { feedRoute } from '../feed-queries.ts'
import { useBuildRun } from './use-build-run.ts'

/** 写出网站: into a folder, a stick or any web root; only what changed is written. */
export function BuildSite({ feed }: { readonly feed: FeedView }) {
  const { t } = useTranslation('feeds')
  const { run, state } = useBuildRun()
  const [folder, setFolder] = useState(feed.builds[0]?.out ?? '')
  const [refused, setRefused] = useState<unknown>()
  const ended = state.kind === 'ended' && concerns(feed, state.job) ? state.job : undefined
  const start = () => {
    setRefused(undefined)
    run.clear()
    run.start(feedRoute(feed.id, '/build'), { directory: folder.trim() }).catch(setRefused)
  }
  return (
    <section className={styles.sheet} aria-labelledby="build-title">
      <h3 id="build-title" className={styles.heading}>
        {t('build.title')}
      </h3>
      <p>{t('build.lead')}</p>
      <p className="visually-hidden" role="status">
        {state.kind === 'running' && t('build.running')}
        {ended &&
          t(`build.ended.${ended.state === 'done' ? 'done' : ended.state === 'cancelled' ? 'cancelled' : 'failed'}`)}
      </p>
      {state.kind === 'running' ? (
        <Running state={state} onCancel={() => void run.cancel()} />
      ) : (
        <form
          className={styles.section}
          onSubmit={(event) => {
            event.preventDefault()
            if (folder.trim() !== '' && feed.issue > 0) start()
          }}
        >
          <FolderField label={t('build.folder')} value={folder} onChange={setFolder} hint={t('build.folderHint')} />
          <div className={styles.actions}>
            <Button type="primary" htmlType="submit" disabled={folder.trim() === '' || feed.issue === 0}>
              {t('build.start')}
            </Button>
            {feed.issue === 0 && <span className={styles.muted}>{t('build.notIssued')}</span>}
          </div>
        </form>
      )}
      {refused !== undefined && <ErrorNotice error={refused} />}
      {state.kind === 'failed' && <ErrorNotice error={state.error} onRetry={() => run.clear()} />}
      {ended && (
        <Ended
          job={ended}
          onClear={() => {
            run.clear()
            requestAnimationFrame(keepFocus)
          }}
        />
      )}
    </section>
  )
}

interface RunningProps {
  readonly state: Extract<JobRunState, { kind: 'running' }>
  readonly onCancel: () => void
}

function Running({ state: { job, cancelling }, onCancel }: RunningProps) {
  const { t } = useTranslation('feeds')
  const heading = useArrivalFocus<HTMLHeadingElement>()
  const { done, total, label } = job.progress
  return (
    <div className={styles.section}>
      <h4 ref={heading} tabIndex={-1} className={styles.subheading}>
        {t('build.running')}
      </h4>
      <Progress
        percent={total > 0 ? Math.floor((100 * done) / total) : 0}
        status="normal"
        showInfo={false}
        aria-label={t('build.running')}
      />
      <p className={styles.actions}>
        <span>{label}</span>
        <span className={styles.muted}>{total > 0 ? `${done} / ${total}` : ''}</span>
      </p>
      <p className={styles.hint}>{cancelling ? t('build.stopping') : t('build.keepsGoing')}</p>
      <div>
        <Button disabled={cancelling} onClick={onCancel}>
          {t('build.stop')}
        </Button>
      </div>
    </div>
  )
}

function Ended({ job, onClear }: { readonly job: JobView; readonly onClear: () => void }) {
  const { t } = useTranslation('feeds')
  const heading = useArrivalFocus<HTMLHeadingElement>()
  const result = job.type === 'build-feed' ? job.result : undefined
  return (
    <div className={styles.section}>
      <h4 ref={heading} tabIndex={-1} className={styles.subheading}>
        {t(`build.ended.${job.state === 'done' ? 'done' : job.state === 'cancelled' ? 'cancelled' : 'failed'}`)}
      </h4>
      {job.error && <ErrorNotice error={new ServiceError({ code: job.error.code, what: job.error.message }, 200)} />}
      {result && <Written build={result} />}
      <div>
        <Button onClick={onClear}>{t('build.close')}</Button>
      </div>
    </div>
  )
}

function Written({ build }: { readonly build: FeedBuild }) {
  const { t } = useTranslation('feeds')
  return (
    <>
      <dl className={styles.counts}>
        {(['entries', 'written', 'unchanged', 'removed'] as const).map((name) => (
          <div key={name}>
            <dt>{t(`build.counts.${name}`)}</dt>
            <dd>{build[name]}</dd>
          </div>
        ))}
      </dl>
      <p className={styles.muted}>
        {t('build.whole', { files: build.files, size: sizeText(build.bytes), seconds: build.seconds.toFixed(1) })}
      </p>
      <p className={styles.path}>
        {build.out} <CopyButton text={build.out} label={t('build.copyFolder')} />
      </p>
      <p>{t('build.openHint')}</p>
      <ShowFolder folder={build.out} />
      {build.warnings.length > 0 && (
        <div className={styles.warned}>
          <p>{t('build.warnings', { n: build.warnings.length })}</p>
          <ul>
            {build.warnings.map((warning) => (
              <li key={warning}>{warning}</li>
            ))}
          </ul>
        </div>
      )}
    </>
  )
}

/** Where the desktop can, the folder is shown in the file manager; one that was typed is only named. */
function ShowFolder({ folder }: { readonly folder: string }) {
  const { t } = useTranslation('feeds')
  const [refused, setRefused] = useState(false)
  const { xinhuo } = window
  if (!xinhuo || refused) return null
  return (
    <div>
      <Button onClick={() => void xinhuo.showFolder(folder).then((shown) => setRefused(!shown))}>
        {t('build.openFolder')}
      </Button>
    </div>
  )
}

/** Another column's result is told at that column; one without a result at all of them. */
const concerns = ({ uri }: FeedView, job: JobView) =>
  job.type !== 'build-feed' || job.result === undefined || job.result.feed === uri
