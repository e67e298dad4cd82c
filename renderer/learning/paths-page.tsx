import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { Button, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import type { LearningPathView } from '../../library/meetings/learning/learning-view.ts'
import { EmptyNotice } from '../design/empty-notice.tsx'
import { ErrorNotice } from '../design/error-notice.tsx'
import list from '../design/list-page.module.css'
import { LoadingNotice } from '../design/loading-notice.tsx'
import { Page } from '../design/page.tsx'
import { MaterialsList } from '../materials/list/materials-list.tsx'
import { LEVELS } from '../materials/material-types.ts'
import { MaterialsTabs } from '../materials/materials-tabs.tsx'
import { vocabularyQuery } from '../stories/story-queries.ts'
import { useChosenPost } from './chosen-post.ts'
import styles from './learning.module.css'
import { pathsQuery } from './learning-queries.ts'
import { PathCard } from './path-card.tsx'
import { useNewPath } from './use-new-path.ts'

const route = getRouteApi('/learning')

/** `/learning`: the paths for one's post, by level; with `?list=1` all paths, for those who make them. */
export function PathsPage() {
  const { t } = useTranslation('learning')
  const { list: listed, ...address } = route.useSearch()
  const navigate = useNavigate({ from: '/learning' })
  const { make, making, error } = useNewPath()
  if (!listed) return <Shelf />
  return (
    <MaterialsList
      type="path"
      title={t('list.title')}
      lead={t('list.lead')}
      address={address}
      onAddress={(search) => void navigate({ search: { ...search, list: '1' }, replace: true })}
      onNew={make}
      make={
        <Button type="primary" loading={making} onClick={make}>
          {t('list.make')}
        </Button>
      }
      empty={
        <EmptyNotice title={t('list.emptyTitle')}>
          <p>{t('list.emptyWhat')}</p>
        </EmptyNotice>
      }
    >
      {error !== null && <ErrorNotice error={error} />}
      <p className={list.bar}>
        <Link to="/learning" search={{}}>
          {t('list.back')}
        </Link>
      </p>
    </MaterialsList>
  )
}

function Shelf() {
  const { t } = useTranslation('learning')
  const [post, choose] = useChosenPost()
  const found = useQuery(pathsQuery(post))
  const { make, making, error } = useNewPath()
  const paths = found.data ?? []
  return (
    <>
      <MaterialsTabs />
      <Page title={t('title')} lead={t('lead')}>
        <div className={list.bar}>
          <PostChoice post={post} onChoose={choose} paths={paths} />
          <span className={styles.trainer}>
            <Link to="/learning" search={{ list: '1' }}>
              {t('manage')}
            </Link>
            <Button loading={making} onClick={make}>
              {t('list.make')}
            </Button>
          </span>
        </div>
        {error !== null && <ErrorNotice error={error} />}
        {found.isPending && <LoadingNotice />}
        {found.isError && <ErrorNotice error={found.error} onRetry={() => void found.refetch()} />}
        {found.data?.length === 0 && (
          <EmptyNotice title={post === undefined ? t('none') : t('noneFor', { post })}>
            <p>{post === undefined ? t('noneWhat') : t('noneForWhat')}</p>
            {post !== undefined && (
              <p>
                <button type="button" className={list.textButton} onClick={() => choose(undefined)}>
                  {t('allPosts')}
                </button>
              </p>
            )}
          </EmptyNotice>
        )}
        {paths.length > 0 && <Levels paths={paths} />}
        <p className={list.foot}>
          {t(paths[0]?.progress === undefined && paths.length > 0 ? 'private.browser' : 'private.machine')}
        </p>
      </Page>
    </>
  )
}

interface PostChoiceProps {
  readonly post: string | undefined
  readonly onChoose: (post: string | undefined) => void
  readonly paths: readonly LearningPathView[]
}

/** One's post, chosen once; words of the vocabulary, and those that paths are for. */
function PostChoice({ post, onChoose, paths }: PostChoiceProps) {
  const { t } = useTranslation('learning')
  const { data: words } = useQuery(vocabularyQuery)
  const posts = [...new Set([...paths.flatMap((path) => path.posts), ...(words?.posts ?? []), ...(post ? [post] : [])])]
  return (
    <span className={styles.post}>
      <label htmlFor="learning-post">{t('post')}</label>
      <Select
        id="learning-post"
        className={list.choice ?? ''}
        aria-label={t('post')}
        value={post ?? ''}
        showSearch={{ optionFilterProp: 'label' }}
        popupMatchSelectWidth={false}
        options={[{ value: '', label: t('allPosts') }, ...posts.map((value) => ({ value, label: value }))]}
        onChange={(value: string) => onChoose(value === '' ? undefined : value)}
      />
    </span>
  )
}

/** 初级, 中级, 高级 side by side; what is for everybody stands above them. */
function Levels({ paths }: { readonly paths: readonly LearningPathView[] }) {
  const { t } = useTranslation(['learning', 'materials'])
  const of = (level: (typeof LEVELS)[number]) => paths.filter((path) => path.level === level)
  const [everybody, ...levels] = LEVELS
  return (
    <>
      {of(everybody).length > 0 && (
        <section className={styles.everybody} aria-label={t('forAll')}>
          <Cards paths={of(everybody)} />
        </section>
      )}
      <div className={styles.levels}>
        {levels.map((level) => (
          <section key={level} className={styles.level} aria-labelledby={`level-${level}`}>
            <h2 id={`level-${level}`} className={styles.levelName}>
              {t(`materials:level.${level}`)}
            </h2>
            {of(level).length === 0 ? <p className={list.muted}>{t('noneAtLevel')}</p> : <Cards paths={of(level)} />}
          </section>
        ))}
      </div>
    </>
  )
}

function Cards({ paths }: { readonly paths: readonly LearningPathView[] }) {
  return (
    <ul className={styles.cards}>
      {paths.map((path) => (
        <PathCard key={path.id} path={path} />
      ))}
    </ul>
  )
}
