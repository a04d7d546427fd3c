/** Somebody who answers, as far as others have to know them. */
export interface AgentRef {
  id: string
  name: string
}
