/**
 * Escapes a line of plain text so that as Markdown it renders as it was written.
 * @example escapeMarkdown('1. 见*附件*') // '1\\. 见\\*附件\\*'
 */
export function escapeMarkdown(line: string): string {
  return line
    .replace(/[\\`*_[\]<>~|&$]/g, '\\$&')
    .replace(/^([ \t]*)([#+-])(?=[\s#=-]|$)/, '$1\\$2')
    .replace(/^([ \t]*)(-{2,}|=+)(?=\s*$)/, '$1\\$2')
    .replace(/^([ \t]*\d{1,9})([.)])(?=\s|$)/, '$1\\$2')
    .replace(/!(?=\\\[)/g, '\\!')
}
