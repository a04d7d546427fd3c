import type { SameMemberFact } from '@/lib/domain/message/webhook-facts'
import { asId, asObject, asObjects, asText, type JsonObject } from '../reading/json'

/** Somebody whom a WhatsApp body names: by phone number, by user id, or by both (Facts §7.3). */
export interface Person {
  number?: string
  userId?: string
  name?: string
}

/** The `contacts` of a body. */
export function readPeople(value: JsonObject): Person[] {
  return asObjects(value.contacts).map((contact) => {
    const profile = asObject(contact.profile)
    const name = (asText(profile?.name) ?? asText(profile?.username))?.trim()
    return { number: asId(contact.wa_id), userId: asId(contact.user_id), name: name || undefined }
  })
}

/**
 * Who is meant by the ids that a message gives, with what the contacts add. Contacts are found by id, never by
 * place: a body may hold several. Where a message gives no id at all, the only person of the body is meant.
 */
export function toPerson(ids: Person, people: Person[]): Person | undefined {
  if (!ids.number && !ids.userId) return people.length === 1 ? people[0] : undefined
  const known = people.find((each) => isSame(each, ids)) ?? onlyNamed(people)
  return {
    number: ids.number ?? known?.number,
    userId: ids.userId ?? known?.userId,
    name: known?.name,
  }
}

/** One contact without any id belongs to whoever the body speaks of. */
function onlyNamed(people: Person[]): Person | undefined {
  const [only, ...others] = people
  return only && others.length === 0 && !only.number && !only.userId ? only : undefined
}

function isSame(person: Person, ids: Person): boolean {
  if (ids.userId && person.userId) return ids.userId === person.userId
  return Boolean(ids.number && person.number && isSameNumber(ids.number, person.number))
}

/** In these countries one number is written with and without one digit behind the country's code. */
const OPTIONAL_DIGITS: [country: string, areaDigits: number, digit: string][] = [
  ['55', 2, '9'],
  ['52', 0, '1'],
  ['54', 0, '9'],
]

function isSameNumber(one: string, other: string): boolean {
  return one === other || toShortNumber(one) === toShortNumber(other)
}

function toShortNumber(number: string): string {
  for (const [country, areaDigits, digit] of OPTIONAL_DIGITS) {
    const at = country.length + areaDigits
    const isLong = number.length === at + (areaDigits > 0 ? 9 : 11)
    if (isLong && number.startsWith(country) && number[at] === digit)
      return number.slice(0, at) + number.slice(at + 1)
  }
  return number
}

/** The id that the member is known by, and the other one where there are two. The number comes first: replies go there. */
export function toNames(person: Person | undefined): { id?: string; alsoKnownAs?: string } {
  const { number, userId } = person ?? {}
  if (!number) return { id: userId }
  return { id: number, alsoKnownAs: userId === number ? undefined : userId }
}

/** Whoever is named by two ids says so also where no line does; each once. */
export function readSameMembers(people: Person[], told: Set<string>): SameMemberFact[] {
  const named = new Set(told)
  return people.flatMap((person) => {
    const { id, alsoKnownAs } = toNames(person)
    if (!id || !alsoKnownAs || named.has(alsoKnownAs)) return []
    named.add(alsoKnownAs)
    return [{ type: 'same-member' as const, memberExternalId: id, alsoKnownAs }]
  })
}
