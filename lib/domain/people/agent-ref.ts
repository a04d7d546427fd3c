/** Somebody who answers, as far as others have to know them. */
export interface AgentRef {
  id: string
  name: string
}

/** Stands for the name of somebody who was removed, in every language. */
const NAMELESS = '—'

/** Somebody by id and name; undefined where nobody is meant. Whoever was removed has no name left. */
export function toAgentRef(id: string | null, name: string | null): AgentRef | undefined {
  return id === null ? undefined : { id, name: name ?? NAMELESS }
}
