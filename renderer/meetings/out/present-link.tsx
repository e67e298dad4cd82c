import { Link, useNavigate } from '@tanstack/react-router'
import styles from './out.module.css'

interface PresentLinkProps {
  readonly id: string
  /** Saves what is not saved: slides are made of what is saved. */
  readonly flush: () => Promise<boolean>
  readonly children: string
}

/** To the slides, over the whole window. */
export function PresentLink({ id, flush, children }: PresentLinkProps) {
  const navigate = useNavigate()
  return (
    <Link
      to="/present/$id"
      params={{ id }}
      className={styles.present}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return
        event.preventDefault()
        void flush().then(() => navigate({ to: '/present/$id', params: { id } }))
      }}
    >
      {children}
    </Link>
  )
}
