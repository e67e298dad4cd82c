import styles from './record-form.module.css'

/** What was chosen, where it is only to be read. */
export function ReadOnlyText({ text }: { readonly text: string }) {
  return <p className={styles.readOnly}>{text === '' ? '—' : text}</p>
}
