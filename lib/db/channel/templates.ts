import type { Template, TemplateInput } from '@/lib/domain/reply/template'
import type { Queryable } from '../client'

interface Row {
  id: string
  template: TemplateInput
}

const LISTED_MAX = 500

/** The catalogue of a channel, by name and language. */
export async function listTemplates(sql: Queryable, channelId: string): Promise<Template[]> {
  const rows = await sql<Row[]>`
    select id, template from templates where channel_id = ${channelId}
    order by name, language limit ${LISTED_MAX}`
  return rows.map(toTemplate)
}

export async function findTemplate(
  sql: Queryable,
  channelId: string,
  id: string,
): Promise<Template | undefined> {
  const [row] = await sql<Row[]>`
    select id, template from templates where id = ${id} and channel_id = ${channelId}`
  return row && toTemplate(row)
}

/** Writes a template. False when another one of the channel has this name and language. */
export async function putTemplate(
  sql: Queryable,
  channelId: string,
  { id, ...template }: Template,
): Promise<boolean> {
  const rows = await sql`
    insert into templates (id, channel_id, name, language, template)
    select ${id}, ${channelId}, ${template.name}, ${template.language}, ${JSON.stringify(template)}::text::jsonb
    where not exists (select from templates where channel_id = ${channelId}
      and name = ${template.name} and language = ${template.language} and id <> ${id})
    on conflict (id) do update set name = excluded.name, language = excluded.language,
      template = excluded.template, updated_at = now()
    returning id`
  return rows.length > 0
}

export async function deleteTemplate(
  sql: Queryable,
  channelId: string,
  id: string,
): Promise<boolean> {
  const rows = await sql`
    delete from templates where id = ${id} and channel_id = ${channelId} returning id`
  return rows.length > 0
}

function toTemplate({ id, template }: Row): Template {
  return { id, ...template }
}
