/** A law's title without the country's name, for narrow lists: 土地管理法. */
export function shortTitle(title: string): string {
  return title.replace(/^中华人民共和国(?=.{2})/, '')
}
