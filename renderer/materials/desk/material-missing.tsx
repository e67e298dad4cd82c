import { Link, type LinkProps } from '@tanstack/react-router'
import type { MaterialView } from '../../../library/meetings/materials/material-view.ts'
import { EmptyNotice } from '../../design/empty-notice.tsx'
import { ErrorNotice } from '../../design/error-notice.tsx'
import { LoadingNotice } from '../../design/loading-notice.tsx'
import { Page } from '../../design/page.tsx'
import { ServiceError } from '../../service/service-error.ts'
import { materialPlace } from '../material-queries.ts'
import { MaterialsTabs } from '../materials-tabs.tsx'

interface MaterialMissingProps {
  readonly title: string
  readonly missing: string
  readonly what: string
  readonly otherType: string
  readonly toOther: string
  readonly toList: string
  readonly list: NonNullable<LinkProps['to']>
  /** What came instead: a material of another type. */
  readonly view: MaterialView | undefined
  readonly error: unknown
  readonly onRetry: () => void
}

/** A desk while its material comes, and where there is none, or one of another type. */
export function MaterialMissing(props: MaterialMissingProps) {
  const { view, error } = props
  const missing = error instanceof ServiceError && error.status === 404
  return (
    <>
      <MaterialsTabs />
      <Page title={props.title}>
        {view ? (
          <EmptyNotice title={props.otherType}>
            <p>
              <Link to={materialPlace(view.type, view.id)}>{props.toOther}</Link>
            </p>
          </EmptyNotice>
        ) : missing ? (
          <EmptyNotice title={props.missing}>
            <p>{props.what}</p>
            <p>
              <Link to={props.list}>{props.toList}</Link>
            </p>
          </EmptyNotice>
        ) : error ? (
          <ErrorNotice error={error} onRetry={props.onRetry} />
        ) : (
          <LoadingNotice />
        )}
      </Page>
    </>
  )
}
