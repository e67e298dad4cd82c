/** The few shapes the starter guides are drawn with: flat, few colours, large letters. */
export const INK = '#2b2a28'
export const PAPER = '#fbf8f1'
export const WHITE = '#ffffff'
export const GREY = '#d9d4c8'
export const SOFT = '#efeadd'
export const RED = '#a8392c'
export const GREEN = '#3f7a55'
export const BLUE = '#3d6a8f'
export const SKIN = '#e8c39e'

export const WIDTH = 1200
export const HEIGHT = 750

type Align = 'start' | 'middle' | 'end'

export function box(x: number, y: number, width: number, height: number, fill: string, radius = 10): string {
  return `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${radius}" fill="${fill}" stroke="${INK}" stroke-width="4"/>`
}

export function text(x: number, y: number, words: string, size = 34, colour = INK, align: Align = 'start'): string {
  return `<text x="${x}" y="${y}" font-size="${size}" fill="${colour}" text-anchor="${align}" font-family="Noto Sans CJK SC, sans-serif">${words}</text>`
}

export function rule(x: number, y: number, toX: number, toY: number, colour = INK, width = 4): string {
  return `<line x1="${x}" y1="${y}" x2="${toX}" y2="${toY}" stroke="${colour}" stroke-width="${width}" stroke-linecap="round"/>`
}

export function disc(x: number, y: number, radius: number, fill: string): string {
  return `<circle cx="${x}" cy="${y}" r="${radius}" fill="${fill}" stroke="${INK}" stroke-width="4"/>`
}

/** Somebody seen from the front, from the head to the waist; `x`, `y` is the middle of the shoulders. */
export function person(x: number, y: number, coat: string, hair = INK): string {
  return [
    `<path d="M${x - 85} ${y + 190} q0 -190 85 -190 q85 0 85 190 z" fill="${coat}" stroke="${INK}" stroke-width="4"/>`,
    disc(x, y - 55, 52, SKIN),
    `<path d="M${x - 52} ${y - 62} q8 -52 52 -52 q44 0 52 52 q-30 -28 -52 -26 q-22 -2 -52 26 z" fill="${hair}"/>`,
  ].join('')
}

/** The window of a computer with a bar of three buttons. */
export function screen(x: number, y: number, width: number, height: number, inside: string): string {
  return [
    box(x, y, width, height, WHITE, 14),
    `<path d="M${x} ${y + 52} v-38 q0 -14 14 -14 h${width - 28} q14 0 14 14 v38 z" fill="${SOFT}" stroke="${INK}" stroke-width="4"/>`,
    disc(x + 32, y + 26, 9, RED),
    disc(x + 62, y + 26, 9, GREY),
    disc(x + 92, y + 26, 9, GREY),
    inside,
  ].join('')
}

/** A whole picture. */
export function picture(inside: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}"><rect width="${WIDTH}" height="${HEIGHT}" fill="${PAPER}"/>${inside}</svg>`
}
