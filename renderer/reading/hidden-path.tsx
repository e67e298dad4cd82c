import { headingTag } from './heading-tag.ts'

/**
 * The headings above the first passage that is laid out, for those who listen: they have scrolled out
 * of the page, and without them a provision would stand below nothing.
 */
export function HiddenPath({ path }: { readonly path: readonly string[] }) {
  return path.map((heading, above) => {
    const Tag = headingTag(above)
    return (
      <Tag key={heading} className="visually-hidden">
        {heading}
      </Tag>
    )
  })
}
