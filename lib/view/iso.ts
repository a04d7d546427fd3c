/** Epoch ms as the ISO string that the HTTP interface speaks; undefined stays undefined. */
export function toIso(ms: number | null | undefined): string | undefined {
  return ms === null || ms === undefined ? undefined : new Date(ms).toISOString()
}
