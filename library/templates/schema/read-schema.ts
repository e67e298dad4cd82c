import { TemplateSchema } from '../template-schema.ts'
import type { TemplateProblem } from '../template-view.ts'

export type WrittenSchema =
  | { readonly type: 'schema'; readonly schema: TemplateSchema }
  | { readonly type: 'broken'; readonly problem: TemplateProblem }

/** Bytes. */
const LARGEST = 2 * 1024 * 1024

/** Reads the schema that lies beside a document; one that cannot be used says why and never throws. */
export function readSchema(name: string, bytes: Uint8Array | undefined): WrittenSchema {
  if (!bytes || bytes.byteLength > LARGEST) return broken(name, '文件丢失了，或大得不正常')
  let json: unknown
  try {
    json = JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    return broken(name, '它不是完整的 JSON')
  }
  const parsed = TemplateSchema.safeParse(json)
  if (parsed.success) return { type: 'schema', schema: parsed.data }
  const issue = parsed.error.issues[0]
  return broken(name, issue ? `${issue.path.join('.') || '开头'}：${issue.message}` : '写法不对')
}

const broken = (name: string, why: string): WrittenSchema => ({
  type: 'broken',
  problem: {
    code: 'SCHEMA_BROKEN',
    says: `字段说明“${name}”用不了（${why}），暂按文档里的占位符推出字段。`,
    quote: name,
  },
})
