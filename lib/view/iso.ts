/** Epoch ms as the ISO string that the HTTP interface speaks; what is not known is left out. */
export function toIso<Ms extends number | null | undefined>(ms: Ms): Iso<Ms> {
  return (typeof ms === 'number' ? new Date(ms).toISOString() : undefined) as Iso<Ms>
}

type Iso<Ms> = Ms extends number ? string : undefined
