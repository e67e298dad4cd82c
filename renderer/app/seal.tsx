import styles from './seal.module.css'

/** The mark of 薪火, a flame on a cinnabar seal. */
export function Seal() {
  return (
    <span className={styles.seal} aria-hidden="true">
      <svg viewBox="0 0 64 64" width="78%" height="78%" focusable="false" aria-hidden="true">
        <path
          fill="currentColor"
          fillRule="evenodd"
          d="M33 9c2 8-3 11-7 16-3 4-5 7-4 12 1 4 4 7 4 7-6-2-11-8-11-15 0 0-3 3-3 9 0 10 9 17 20 17s20-7 20-18c0-6-3-10-5-13 0 4-2 7-4 8 2-9-2-18-10-23zm0 24c1 4-5 6-5 11 0 3 2 6 5 6s5-3 5-6c0-4-4-6-5-11z"
        />
      </svg>
    </span>
  )
}
