import { and, eq } from 'drizzle-orm'
import { templates } from '@/drizzle/schema/channels'
import type { Template, TemplateInput } from '@/lib/domain/reply/template'
import type { Queryable } from '../client'
import { orm } from '../orm'

const ROW = { id: templates.id, template: templates.template }

const LISTED_MAX = 500

/** The catalogue of a channel, by name and language. */
export async function listTemplates(db: Queryable, channelId: string): Promise<Template[]> {
  const rows = await orm(db)
    .select(ROW)
    .from(templates)
    .where(eq(templates.channelId, channelId))
    .orderBy(templates.name, templates.language)
    .limit(LISTED_MAX)
  return rows.map(toTemplate)
}

export async function findTemplate(
  db: Queryable,
  channelId: string,
  id: string,
): Promise<Template | undefined> {
  const [row] = await orm(db).select(ROW).from(templates).where(isIn(channelId, id))
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
  db: Queryable,
  channelId: string,
  id: string,
): Promise<boolean> {
  return (await orm(db).delete(templates).where(isIn(channelId, id))).count > 0
}

function isIn(channelId: string, id: string) {
  return and(eq(templates.id, id), eq(templates.channelId, channelId))
}

function toTemplate({ id, template }: { id: string; template: TemplateInput }): Template {
  return { id, ...template }
}
