import { and, eq, type SQL, sql } from 'drizzle-orm'
import { now } from '@/drizzle/schema/columns'
import { agents } from '@/drizzle/schema/people'
import { knownAddresses, knownDevices } from '@/drizzle/schema/sign-in'
import type { Queryable } from '../client'
import { orm } from '../orm'

/** What tells browsers apart before anybody signs in: the network a request comes through, and the hash of its device cookie. */
export interface BrowserIdentity {
  network: string
  deviceSha256: string | undefined
}

/** A browser or network counts as an account's own for so long after the last sign-in there. */
export const KNOWN_DAYS = 60

export interface SignInAccount {
  id: string
  passwordHash: string
  disabledAt: number | null
  /** It has signed in from there before. */
  knownDevice: boolean
  knownNetwork: boolean
}

/** The account with this e-mail (as `toEmail` made it), and whether it has signed in from this browser or network before. */
export async function findSignInAccount(
  db: Queryable,
  email: string,
  { network, deviceSha256 = '' }: BrowserIdentity,
): Promise<SignInAccount | undefined> {
  const [row] = await orm(db)
    .select({
      id: agents.id,
      passwordHash: agents.passwordHash,
      disabledAt: agents.disabledAt,
      knownDevice: sql<boolean>`${knownDevices.agentId} is not null`,
      knownNetwork: sql<boolean>`${knownAddresses.agentId} is not null`,
    })
    .from(agents)
    .leftJoin(
      knownDevices,
      and(
        eq(knownDevices.agentId, agents.id),
        eq(knownDevices.deviceSha256, deviceSha256),
        isRecent(knownDevices),
      ),
    )
    .leftJoin(
      knownAddresses,
      and(
        eq(knownAddresses.agentId, agents.id),
        eq(knownAddresses.address, network),
        isRecent(knownAddresses),
      ),
    )
    .where(eq(agents.email, email))
  return row
}

/** Whether a device cookie is one that we gave out: to whomever, for people share browsers. */
export async function isKnownDevice(db: Queryable, deviceSha256: string): Promise<boolean> {
  const found = await orm(db)
    .select({ agentId: knownDevices.agentId })
    .from(knownDevices)
    .where(and(eq(knownDevices.deviceSha256, deviceSha256), isRecent(knownDevices)))
    .limit(1)
  return found.length > 0
}

/** From now on strangers who guess don't hold this account back here. */
export async function rememberIdentity(
  db: Queryable,
  agentId: string,
  { network: address, deviceSha256 }: BrowserIdentity,
): Promise<void> {
  const set = { lastAt: now }
  if (address)
    await orm(db)
      .insert(knownAddresses)
      .values({ agentId, address })
      .onConflictDoUpdate({ target: [knownAddresses.agentId, knownAddresses.address], set })
  if (deviceSha256)
    await orm(db)
      .insert(knownDevices)
      .values({ agentId, deviceSha256 })
      .onConflictDoUpdate({ target: [knownDevices.deviceSha256, knownDevices.agentId], set })
}

/** Whoever knew the password before is a stranger again. */
export async function forgetKnownBrowsers(db: Queryable, agentId: string): Promise<void> {
  await orm(db).delete(knownAddresses).where(eq(knownAddresses.agentId, agentId))
  await orm(db).delete(knownDevices).where(eq(knownDevices.agentId, agentId))
}

/** Forgets browsers and networks that no account has used for so long that they count no more. Gives how many. */
export async function purgeKnownBrowsers(db: Queryable): Promise<number> {
  const addresses = await orm(db).delete(knownAddresses).where(isOld(knownAddresses))
  const devices = await orm(db).delete(knownDevices).where(isOld(knownDevices))
  return addresses.count + devices.count
}

type KnownTable = typeof knownAddresses | typeof knownDevices

function isRecent({ lastAt }: KnownTable): SQL {
  return sql`${lastAt} > now() - make_interval(days => ${KNOWN_DAYS})`
}

function isOld({ lastAt }: KnownTable): SQL {
  return sql`${lastAt} <= now() - make_interval(days => ${KNOWN_DAYS})`
}
