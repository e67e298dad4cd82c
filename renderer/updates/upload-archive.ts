import { send } from '../service/client.ts'

/** Hands an archive to the service, which keeps it until the next start. */
export async function uploadArchive(file: File): Promise<{ readonly from: string }> {
  const form = new FormData()
  form.append(file.name, file, file.name)
  const response = await send('POST', '/api/updates/upload', { body: form })
  return (await response.json()) as { from: string }
}
