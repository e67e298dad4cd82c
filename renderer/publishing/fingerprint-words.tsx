import styles from './fingerprint-words.module.css'

/** A fingerprint's words, numbered, so that two people can go through them together. */
export function FingerprintWords({ words }: { readonly words: readonly string[] }) {
  return (
    <ol className={styles.words} lang="zh-CN">
      {words.map((word, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the words of a fingerprint never move, and may repeat
        <li key={at} className={styles.word}>
          <span className={styles.number}>{at + 1}</span>
          {word}
        </li>
      ))}
    </ol>
  )
}
