import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { TemplateSchema } from '../../../library/templates/template-schema.ts'
import type { ProposedTemplate, TemplateSummary } from '../../../library/templates/template-view.ts'
import { send } from '../../service/client.ts'
import { queryKeys } from '../../service/keys.ts'

/** What is kept beside the document. */
export interface TemplateDefinition {
  readonly title: string
  readonly description?: string | undefined
  readonly topics?: readonly string[] | undefined
  readonly posts?: readonly string[] | undefined
  readonly schema: TemplateSchema
  readonly samples?: readonly unknown[] | undefined
  /** Blanks of the document that become placeholders. */
  readonly blanks?: readonly { readonly id: string; readonly name: string }[] | undefined
  /** For a new revision of a template that is there. */
  readonly itemId?: string | undefined
}

/** Has the service read a .docx and propose its fields; nothing is kept. */
export async function proposeTemplate(file: File): Promise<ProposedTemplate> {
  const form = new FormData()
  form.append('file', file, file.name)
  const response = await send('POST', '/api/templates/propose', { body: form })
  return (await response.json()) as ProposedTemplate
}

/** Keeps a template and goes to its page. */
export function useSaveTemplate() {
  const client = useQueryClient()
  const navigate = useNavigate()
  return useMutation({
    mutationFn: async ({ file, definition }: { readonly file: File; readonly definition: TemplateDefinition }) => {
      const form = new FormData()
      form.append('definition', JSON.stringify(definition))
      form.append('file', file, file.name)
      const response = await send('POST', '/api/templates', { body: form })
      return (await response.json()) as TemplateSummary
    },
    onSuccess: async ({ itemId }) => {
      for (const queryKey of [queryKeys.templates, queryKeys.items, queryKeys.home, queryKeys.search]) {
        void client.invalidateQueries({ queryKey })
      }
      await navigate({ to: '/templates/$itemId', params: { itemId } })
    },
  })
}
