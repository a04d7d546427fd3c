/*
 * What this browser keeps for the person who is signed in: drafts, files that are not sent, what has rung. Each key names
 * its person, so that whoever signs in next at the same desk meets nothing of it. How the product looks (theme, widths,
 * speed of recordings) belongs to the browser and is not kept here.
 */

let person: string | undefined
/** Set when the person leaves: from then on nothing is written any more. */
let isClosed = false

/** Says whose page this is. A page is one person's as long as it lives (`watchPerson` loads another one's anew). */
export function setPerson(id: string): void {
  // On the server one process draws for everybody: there is no such thing as the person.
  if (typeof window !== 'undefined') person ??= id
}

/** The person this page was drawn for; undefined on the server and before anybody signed in. */
export function personId(): string | undefined {
  return person
}

/** A name that is this person's alone in this browser, for keys, locks, channels and databases. */
export function ownName(name: string): string {
  return `of ${person}: ${name}`
}

/** What is kept under a name; undefined when there is nothing, or storage is forbidden. */
export function readOwn(name: string): string | undefined {
  try {
    return localStorage.getItem(ownName(name)) ?? undefined
  } catch {
    return undefined
  }
}

/** Keeps a text under a name; undefined forgets it. Storage may be full or forbidden: what is on screen still counts. */
export function writeOwn(name: string, text: string | undefined): void {
  if (isClosed) return
  try {
    if (text === undefined) localStorage.removeItem(ownName(name))
    else localStorage.setItem(ownName(name), text)
  } catch {
    // As said above.
  }
}

/** The names of this person that begin so. */
export function listOwn(prefix: string): string[] {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(ownName(prefix)))
  } catch {
    return []
  }
}

/** Nothing of this person is written any more by this page, and nothing of it stays but what another page writes. */
export function closeOwn(): void {
  isClosed = true
  for (const key of listOwn('')) localStorage.removeItem(key)
}

/** Takes over what an earlier version kept for this person under names that began with its kind: `unposted of <id>: …`. */
export function adoptOwn(kind: string, prefix: string): void {
  const before = `${kind} ${person}: `
  try {
    for (const key of Object.keys(localStorage).filter((each) => each.startsWith(before))) {
      writeOwn(prefix + key.slice(before.length), localStorage.getItem(key) ?? undefined)
      localStorage.removeItem(key)
    }
  } catch {
    // Storage may be forbidden; then nothing was kept either.
  }
}

/** Earlier versions kept these under names without a person: nobody can tell whose they are. */
export function forgetUnowned(): void {
  try {
    const unowned = Object.keys(localStorage).filter((key) =>
      /^(draft of |files of |stella-inbox rung$)/.test(key),
    )
    for (const key of unowned) localStorage.removeItem(key)
    if (unowned.length > 0) indexedDB.deleteDatabase('stella-inbox')
  } catch {
    // Storage may be forbidden; then there is nothing to forget.
  }
}
