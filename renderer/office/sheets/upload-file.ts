import { send } from '../../service/client.ts'

/** Hands one file to the service at a route that receives files; gives its answer. */
export async function uploadFile<Answer>(route: string, file: File): Promise<Answer> {
  const form = new FormData()
  form.append(file.name, file, file.name)
  const response = await send('POST', route, { body: form })
  return (await response.json()) as Answer
}
