import type { Context } from '@/lib/context'
import type { Queryable } from '@/lib/db/client'
import {
  listSealedSecrets,
  listSealedTokens,
  replaceSecret,
  replaceToken,
} from '@/lib/db/workspace/sealed-values'
import { secretBinding, tokenBinding } from '@/lib/vault'

/** How far the sealed values of this installation follow its current secret. */
export interface SecretStatus {
  /** Id of the current key; the same in every process that has the same secret. */
  keyId: string
  /** Secrets in the ring besides the current one. */
  oldSecrets: number
  total: number
  /** Sealed with the current secret. */
  current: number
  /** Sealed with an older one of the ring. */
  old: number
  /** Sealed with a secret that nobody has given. */
  unreadable: number
}

interface Sealed {
  bytes: Buffer
  bound: string
  replace(by: Buffer): PromiseLike<unknown>
}

/** Looks at every sealed value and changes none. */
export async function readSecretStatus(ctx: Context): Promise<SecretStatus> {
  const values = await listSealed(ctx.sql)
  const readable = values.filter((value) => open(ctx, value) !== undefined)
  const current = readable.filter(({ bytes }) => ctx.vault.isCurrent(bytes)).length
  return {
    keyId: ctx.vault.currentId(),
    oldSecrets: ctx.keys.secrets().length - 1,
    total: values.length,
    current,
    old: readable.length - current,
    unreadable: values.length - readable.length,
  }
}

/**
 * Seals anew, one by one, what another secret than the current one has sealed; `onProgress` hears how far it is. Safe at any
 * time and from several places at once: a value that changed meanwhile is left as it is. Who reads one gets it under either
 * key, so nothing waits.
 */
export async function resealSecrets(
  ctx: Context,
  onProgress: (done: number, total: number) => void = () => {},
): Promise<SecretStatus> {
  const stale = (await listSealed(ctx.sql)).filter(({ bytes }) => !ctx.vault.isCurrent(bytes))
  for (const [index, value] of stale.entries()) {
    const plain = open(ctx, value)
    if (plain !== undefined) await value.replace(ctx.vault.seal(plain, value.bound))
    onProgress(index + 1, stale.length)
  }
  return readSecretStatus(ctx)
}

function open({ vault }: Context, { bytes, bound }: Sealed): string | undefined {
  try {
    return vault.open(bytes, bound)
  } catch {
    return undefined
  }
}

/** Every sealed value there is. A new kind of one belongs here, or it outlives no rotation. */
async function listSealed(sql: Queryable): Promise<Sealed[]> {
  const tokens = await listSealedTokens(sql)
  const secrets = await listSealedSecrets(sql)
  return [
    ...tokens.map(({ id, bytes }) => ({
      bytes,
      bound: tokenBinding(id),
      replace: (by: Buffer) => replaceToken(sql, id, bytes, by),
    })),
    ...secrets.map(({ bytes, ...place }) => ({
      bytes,
      bound: secretBinding(place.channelId, place.slot),
      replace: (by: Buffer) => replaceSecret(sql, place, bytes, by),
    })),
  ]
}
