const TAGS = ['h2', 'h3', 'h4', 'h5', 'h6'] as const

/** The element for a heading with so many headings above it; the title is the page's h1. */
export function headingTag(above: number): (typeof TAGS)[number] {
  return TAGS[above] ?? 'h6'
}
