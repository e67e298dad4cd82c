import type { PublishedChannel } from '../../../library/updates/publishing/publishing-view.ts'
import styles from '../publishing.module.css'
import { PruneVersions } from './prune-versions.tsx'
import { VerifyRepository } from './verify-repository.tsx'

/** Keeping the repository sound and small. */
export function CarePart({ channel }: { readonly channel: PublishedChannel }) {
  return (
    <div className={styles.stack}>
      <VerifyRepository channel={channel} />
      <PruneVersions channel={channel} />
    </div>
  )
}
