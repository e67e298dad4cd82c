import { piecesOf, type Range } from './marked-pieces.ts'

/** Text with its found words marked; always text, never HTML. */
export function MarkedText({ text, marks }: { readonly text: string; readonly marks: readonly Range[] }) {
  return piecesOf(text, marks).map((piece) =>
    piece.marked ? <mark key={piece.start}>{piece.text}</mark> : <span key={piece.start}>{piece.text}</span>,
  )
}
