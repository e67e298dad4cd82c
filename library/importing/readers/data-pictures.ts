import type { ParsedBlob } from './parsed-document.ts'
import { blobOf } from './picture-blob.ts'

/** Takes bitmaps that are written into Markdown as `data:` addresses out as blobs. */
export function takeDataPictures(markdown: string): { readonly markdown: string; readonly blobs: ParsedBlob[] } {
  const blobs = new Map<string, ParsedBlob>()
  if (!markdown.includes('](data:image/')) return { markdown, blobs: [] }
  const text = markdown.replace(
    /!\[([^[\]\n]{0,500})\]\(data:image\/[a-z+.-]{2,20};base64,([A-Za-z0-9+/=]+)\)/g,
    (_, alt: string, data: string) => {
      const blob = blobOf(Buffer.from(data, 'base64'), alt || `图片${blobs.size + 1}`)
      if (!blob) return alt ? `〔图片：${alt}〕` : '〔图片〕'
      blobs.set(blob.sha256, blob)
      return `![${alt}](sha256:${blob.sha256})`
    },
  )
  return { markdown: text, blobs: [...blobs.values()] }
}
