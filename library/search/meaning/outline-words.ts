const NUMBERED = /第[一二三四五六七八九十百千零〇两0-9]+[编分章节条款项](?:之[一二三四五六七八九十])?/g

/** The words above a passage that say what it is about: title and headings without their numbers. */
export function outlineWords(title: string, path: readonly string[], heading: string): string {
  return [title, ...path, heading].join('\n').replace(NUMBERED, ' ').replace('中华人民共和国', ' ')
}
