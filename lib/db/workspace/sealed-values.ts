import { and, eq } from 'drizzle-orm'
import { channelSecrets } from '@/drizzle/schema/channels'
import { connections } from '@/drizzle/schema/connections'
import type { Queryable } from '../client'
import { orm } from '../orm'

/** Every sealed access token, also the empty ones of removed connections. */
export async function listSealedTokens(db: Queryable) {
  return orm(db)
    .select({ id: connections.id, bytes: connections.accessToken })
    .from(connections)
    .orderBy(connections.id)
}

/** Every sealed secret of a channel. */
export async function listSealedSecrets(db: Queryable) {
  const { channelId, slot, secret } = channelSecrets
  return orm(db)
    .select({ channelId, slot, bytes: secret })
    .from(channelSecrets)
    .orderBy(channelId, slot)
}

/** Puts another sealed value in the place of one; what changed meanwhile is left as it is. */
export async function replaceToken(db: Queryable, id: string, was: Buffer, by: Buffer) {
  await orm(db)
    .update(connections)
    .set({ accessToken: by })
    .where(and(eq(connections.id, id), eq(connections.accessToken, was)))
}

/** As `replaceToken`, for the secret in one slot of a channel. */
export async function replaceSecret(
  db: Queryable,
  { channelId, slot }: { channelId: string; slot: number },
  was: Buffer,
  by: Buffer,
) {
  const place = and(eq(channelSecrets.channelId, channelId), eq(channelSecrets.slot, slot))
  await orm(db)
    .update(channelSecrets)
    .set({ secret: by })
    .where(and(place, eq(channelSecrets.secret, was)))
}
