/** What is under way in this tab that a reload would break off: a recording, an upload, a change on its way to the server. */
const underWay = new Set<object>()

/** Says that something is under way; returns a function that says it has ended. May be called any number of times. */
export function beginWork(): () => void {
  const work = {}
  underWay.add(work)
  return () => void underWay.delete(work)
}

/** Whether anything is. */
export function isAtWork(): boolean {
  return underWay.size > 0
}
