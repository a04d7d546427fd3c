import type { Queryable } from '../client'

/** Which kinds of rows changed that seldom do. */
export interface RareChanges {
  activities: boolean
  merged: boolean
  /** A channel was connected, changed or disconnected. */
  channels: boolean
}

/** Whether any of them changed after a feed number: one question instead of three lists that are nearly always empty. */
export async function readRareChanges(sql: Queryable, after: number): Promise<RareChanges> {
  const [row] = await sql<[RareChanges]>`
    select exists (select from activities where feed > ${after}) as activities,
      exists (select from merged_conversations where feed > ${after}) as merged,
      exists (select from channels where feed > ${after}) as channels`
  return row
}
