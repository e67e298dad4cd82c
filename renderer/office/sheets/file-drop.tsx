import { Button } from 'antd'
import { type ChangeEvent, type DragEvent, type ReactNode, useRef, useState } from 'react'
import { Icon, type IconName } from '../../design/icon.tsx'
import { useArrivalFocus } from '../../design/use-arrival-focus.ts'
import styles from './file-drop.module.css'

interface FileDropProps {
  readonly title: string
  readonly hint: string
  readonly choose: string
  readonly icon: IconName
  /** `.xlsx,.csv` */
  readonly accept: string
  readonly several?: boolean | undefined
  /** One line beside what is there already. */
  readonly small?: boolean | undefined
  readonly busy: boolean
  readonly onFiles: (files: readonly File[]) => void
  readonly children?: ReactNode
}

/** Where files are dropped or chosen. */
export function FileDrop(props: FileDropProps) {
  const { title, hint, choose, icon, accept, several, small, busy, onFiles, children } = props
  const input = useRef<HTMLInputElement>(null)
  const heading = useArrivalFocus<HTMLHeadingElement>()
  const [over, setOver] = useState(false)
  const take = (files: FileList | null) => {
    const chosen = [...(files ?? [])].slice(0, several ? undefined : 1)
    if (chosen.length > 0 && !busy) onFiles(chosen)
  }
  const onDragOver = (event: DragEvent) => {
    event.preventDefault()
    event.dataTransfer.dropEffect = busy ? 'none' : 'copy'
    setOver(!busy)
  }
  const onDrop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    take(event.dataTransfer.files)
  }
  const onChange = (event: ChangeEvent<HTMLInputElement>) => {
    take(event.target.files)
    event.target.value = ''
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is the pointer's way; the button is everybody's
    <div
      className={small ? styles.small : styles.drop}
      data-takes-files=""
      data-over={over ? '' : undefined}
      onDragOver={onDragOver}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
    >
      {!small && (
        <span className={styles.icon}>
          <Icon name={icon} size="2.5rem" />
        </span>
      )}
      {small ? (
        <p>{title}</p>
      ) : (
        <h2 ref={heading} tabIndex={-1} className={styles.title}>
          {title}
        </h2>
      )}
      <div className={styles.actions}>
        <Button type={small ? 'default' : 'primary'} disabled={busy} onClick={() => input.current?.click()}>
          {choose}
        </Button>
        {children}
      </div>
      {hint !== '' && <p className={styles.hint}>{hint}</p>}
      <input ref={input} type="file" accept={accept} multiple={several === true} hidden onChange={onChange} />
    </div>
  )
}
