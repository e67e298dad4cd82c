import type { TemplateSummary } from '../templates/template-view.ts'
import { CommandError } from './command-context.ts'
import type { ServiceClient } from './service-client.ts'

/** The template of an id, or of an exact title. */
export async function findTemplate(client: ServiceClient, given: string): Promise<TemplateSummary> {
  const templates = await client.call<TemplateSummary[]>('GET', '/api/templates')
  const byId = templates.find(({ itemId }) => itemId === given)
  if (byId) return byId
  const title = given.replace(/^《(.+)》$/, '$1')
  const named = templates.filter((template) => template.title === title)
  if (named.length === 1 && named[0]) return named[0]
  throw new CommandError({
    code: 'USAGE',
    what: named.length === 0 ? `没有“${given}”这个模板。` : `有 ${named.length} 个模板都叫“${given}”。`,
    todo:
      named.length === 0
        ? '用 xinhuo template list 查看编号和标题。'
        : `请写编号：${named.map(({ itemId }) => itemId).join('、')}。`,
  })
}
