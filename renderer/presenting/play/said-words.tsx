/**
 * The words of a record as they are said: paragraphs, entries of lists, and what is emphasised. Markdown that means
 * more than that is shown as it was typed.
 */
export function SaidWords({ text }: { readonly text: string }) {
  return text
    .split(/\n\s*\n/)
    .filter((paragraph) => paragraph.trim() !== '')
    .map((paragraph, at) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs have no name but their place
      <p key={at}>
        <Emphasised text={paragraph.trim().replaceAll(/^[-*] /gm, '• ')} />
      </p>
    ))
}

function Emphasised({ text }: { readonly text: string }) {
  return text.split(/\*\*(.+?)\*\*/s).map((piece, at) =>
    at % 2 === 1 ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no name but their place
      <strong key={at}>{piece}</strong>
    ) : (
      piece.replaceAll('*', '')
    ),
  )
}
