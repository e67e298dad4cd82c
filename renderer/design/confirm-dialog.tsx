import { Button } from 'antd'
import styles from './dialog.module.css'
import { Dialog } from './dialog.tsx'

interface ConfirmDialogProps {
  readonly open: boolean
  readonly title: string
  readonly text: string
  readonly confirm: string
  readonly refuse: string
  readonly onConfirm: () => void
  readonly onClose: () => void
}

/** Asks before what cannot simply be undone; the harmless answer has the focus. */
export function ConfirmDialog({ open, title, text, confirm, refuse, onConfirm, onClose }: ConfirmDialogProps) {
  return (
    <Dialog open={open} title={title} onClose={onClose}>
      <p>{text}</p>
      <div className={styles.actions}>
        <Button autoFocus onClick={onClose}>
          {refuse}
        </Button>
        <Button
          type="primary"
          onClick={() => {
            onClose()
            onConfirm()
          }}
        >
          {confirm}
        </Button>
      </div>
    </Dialog>
  )
}
