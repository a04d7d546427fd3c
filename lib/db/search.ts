import type { PendingQuery, Row } from 'postgres'
import type { Queryable } from './client'

type Fragment = PendingQuery<Row[]>

/**
 * Whether a conversation holds what somebody looks for: the member's name, number or mail address, what can be read in a
 * bubble, or the name of a file. `%` and `_` are letters here, and a number is found however it was written. With `offset 0`
 * Postgres looks at one conversation after the other and stops when the page is full, instead of at all of them first.
 */
export function matches(sql: Queryable, q: string) {
  const pattern = `%${q.replaceAll(/[\\%_]/g, '\\$&')}%`
  const digits = toDigits(q)
  const number = digits?.split('').join(SEPARATORS)
  const hit = (text: Fragment) =>
    number ? sql`(${text} ilike ${pattern} or ${text} ~ ${number})` : sql`${text} ilike ${pattern}`
  return sql`(m.name ilike ${pattern} or m.profile_name ilike ${pattern} or m.email ilike ${pattern}
    or m.external_id ilike ${pattern} or m.moved_to ilike ${pattern}
    ${digits ? sql`or m.external_id like ${`%${digits}%`} or m.moved_to like ${`%${digits}%`}` : sql``}
    or exists (
      select from messages t where t.conversation_id = c.id and not t.removed and t.deleted_at is null
        and (${hit(sql`t.content->>'text'`)} or ${inContent(sql, q, hit)} or ${inContext(sql, hit)})
      offset 0)
    or exists (
      select from media f join messages t on t.id = f.message_id where f.conversation_id = c.id
        and f.name is not null and not t.removed and t.deleted_at is null and ${hit(sql`f.name`)}
      offset 0))`
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
