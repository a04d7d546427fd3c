import type { PendingQuery, Row } from 'postgres'
import { type SearchHit, toHit } from '@/lib/domain/conversation/search-hit'
import type { Content } from '@/lib/domain/message/content'
import type { MessageContext } from '@/lib/domain/message/message-context'
import type { Queryable } from '../client'

type Fragment = PendingQuery<Row[]>

/**
 * Whether a conversation holds what somebody looks for: the member's name, number or mail address, what can be read in a
 * bubble, or the name of a file. `%` and `_` are letters here, and a number is found however it was written. With `offset 0`
 * Postgres looks at one conversation after the other and stops when the page is full, instead of at all of them first.
 */
export function matchesSearch(sql: Queryable, q: string) {
  const pattern = toPattern(q)
  const digits = toDigits(q)
  const hit = toTest(sql, q)
  return sql`(m.name ilike ${pattern} or m.profile_name ilike ${pattern} or m.email ilike ${pattern}
    or m.external_id ilike ${pattern} or m.moved_to ilike ${pattern}
    ${digits ? sql`or m.external_id like ${`%${digits}%`} or m.moved_to like ${`%${digits}%`}` : sql``}
    or exists (
      select from messages t where t.conversation_id = c.id and not t.removed and t.deleted_at is null
        and ${saysWords(sql, q)} offset 0)
    or exists (
      select from media f join messages t on t.id = f.message_id where f.conversation_id = c.id
        and f.name is not null and not t.removed and t.deleted_at is null and ${hit(sql`f.name`)}
      offset 0))`
}

/** The newest message of each of these conversations that holds the words, with what can be seen of it in one line. */
export async function foundIn(
  sql: Queryable,
  q: string,
  conversationIds: string[],
): Promise<Map<string, SearchHit>> {
  const rows = await sql<FoundRow[]>`
    select distinct on (t.conversation_id) t.conversation_id, t.id, t.content, t.context, n.names
    from messages t left join lateral (
      select array_agg(f.name) as names, bool_or(${toTest(sql, q)(sql`f.name`)}) as is_hit
      from media f where f.message_id = t.id and f.name is not null) n on true
    where t.conversation_id = any(${conversationIds}::uuid[]) and not t.removed and t.deleted_at is null
      and (${saysWords(sql, q)} or n.is_hit)
    order by t.conversation_id, t.sent_at desc, t.event_id desc, t.place desc`
  return new Map(
    rows.map(({ conversationId, id, content, context, names }) => [
      conversationId,
      { messageId: id, text: toHit(content, q, [context, names]) },
    ]),
  )
}

interface FoundRow {
  conversationId: string
  id: string
  content: Content
  context: MessageContext | null
  names: string[] | null
}

function toPattern(q: string): string {
  return `%${q.replaceAll(/[\\%_]/g, '\\$&')}%`
}

/** Whether a text holds the words, or the number however it was written. */
function toTest(sql: Queryable, q: string) {
  const pattern = toPattern(q)
  const number = toDigits(q)?.split('').join(SEPARATORS)
  return (text: Fragment) =>
    number ? sql`(${text} ilike ${pattern} or ${text} ~ ${number})` : sql`${text} ilike ${pattern}`
}

/** Whether the words can be read in the message `t`. */
function saysWords(sql: Queryable, q: string) {
  const hit = toTest(sql, q)
  return sql`(${hit(sql`t.content->>'text'`)} or ${inContent(sql, q, hit)} or ${inContext(sql, hit)})`
}

/** Every string in a content, however deep, but for those that nobody reads. */
const SHOWN = `$.** ? (@.type() == "object").keyvalue()
  ? (@.key != "type" && @.key != "mediaIds" && @.key != "payload").value[*] ? (@.type() == "string")`

/**
 * Answers, cards, products, places, buttons: contents whose words stand in more than one field. Most are told from their
 * JSON as text not to hold the words, which is quicker.
 */
function inContent(sql: Queryable, q: string, hit: (text: Fragment) => Fragment) {
  return sql`(
    (t.content->>'type' not in ('text', 'image', 'video', 'audio', 'voice', 'file', 'sticker')
      or t.content ?| array['choices', 'also'])
    ${isEscapedInJson(q) ? sql`` : sql`and ${hit(sql`t.content::text`)}`}
    and exists (select from jsonb_path_query(t.content, ${SHOWN}::text::jsonpath) as w(v)
      where ${hit(sql`w.v #>> '{}'`)}))`
}

function isEscapedInJson(q: string): boolean {
  return JSON.stringify(q) !== `"${q}"`
}

/** The cards above a bubble: who of a group wrote, the ad, post or link, the product asked about. */
function inContext(sql: Queryable, hit: (text: Fragment) => Fragment) {
  return sql`(t.context is not null and ${hit(sql`concat_ws(E'\n', t.context->>'sender',
    t.context#>>'{referral,title}', t.context#>>'{referral,text}', t.context#>>'{referral,ref}',
    t.context#>>'{referral,url}', t.context#>>'{product,productId}')`)})`
}

/** What people put between the digits of a number. */
const SEPARATORS = '[-[:space:]().+/]*'
const DIGITS_MIN = 4

/** The digits of what looks like a number, as an id holds them: without plus, brackets, or the 00 of a call abroad. */
export function toDigits(q: string): string | undefined {
  const text = q.normalize('NFKC')
  if (!/^[\d\s().+/-]+$/.test(text)) return undefined
  const digits = text.replace(/\D/g, '').replace(/^00/, '')
  return digits.length < DIGITS_MIN ? undefined : digits
}
