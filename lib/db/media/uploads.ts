import type { UploadView } from '@/lib/domain/media/media-view'
import type { MediaKind } from '@/lib/domain/message/content'
import type { StoredFile } from '@/lib/domain/message/file-facts'
import { paths } from '@/lib/paths'
import type { Queryable } from '../client'

/** A file that waits in an agent's composer. */
export interface Upload {
  id: string
  agentId: string
  conversationId: string
  kind: MediaKind
  name: string
  file: StoredFile
}

/** Only its agent's own. In a transaction it is not forgotten before that ends, so a reply may take it. */
export async function findUpload(
  sql: Queryable,
  id: string,
  agentId: string,
): Promise<Upload | undefined> {
  const [row] = await sql<Upload[]>`
    select id, agent_id, conversation_id, kind, name, file from uploads
    where id = ${id} and agent_id = ${agentId} for key share`
  return row
}

/** Adds an upload; one that came twice at once is one. Undefined where the id is another agent's. */
export async function insertUpload(sql: Queryable, upload: Upload): Promise<Upload | undefined> {
  const { id, agentId, conversationId, kind, name, file } = upload
  await sql`
    insert into uploads (id, agent_id, conversation_id, kind, name, file)
    values (${id}, ${agentId}, ${conversationId}, ${kind}, ${name}, ${JSON.stringify(file)}::text::jsonb)
    on conflict (id) do nothing`
  return findUpload(sql, id, agentId)
}

/** Forgets an upload of this agent; what a reply took from it stays in the log. */
export async function deleteUpload(sql: Queryable, id: string, agentId: string): Promise<void> {
  await sql`delete from uploads where id = ${id} and agent_id = ${agentId}`
}

export function toUploadView({ id, kind, name, file }: Upload): UploadView {
  const { mimeType, size, width, height, durationMs, peaks, blur } = file
  const url = paths.api.upload(id)
  return { id, kind, name, type: mimeType, size, width, height, durationMs, peaks, blur, url }
}
