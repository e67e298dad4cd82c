/**
 * A passage's anchor as people read it: its heading, without the number that tells apart what stands
 * under the same one (带什么~2 is the second passage of 带什么). Four digits are taken for a year of the heading itself.
 */
export function anchorText(anchor: string): string {
  return anchor.replace(/(?<=.)~(?:[2-9]|[1-9]\d{1,2})$/u, '')
}
