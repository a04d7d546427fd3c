import type { Queryable } from '../client'

/** Where a browser stands: the network it comes through, and its device cookie as a hash. */
export interface Place {
  network: string
  deviceSha256: string | undefined
}

/** A place counts as an account's own for so long after the last sign-in there. */
export const KNOWN_DAYS = 60

export interface SignInAccount {
  id: string
  passwordHash: string
  disabledAt: number | null
  /** It has signed in from there before. */
  knownDevice: boolean
  knownNetwork: boolean
}

/** The account with this e-mail (as `toEmail` made it), and whether it was at this place before. */
export async function findSignInAccount(
  sql: Queryable,
  email: string,
  { network, deviceSha256 = '' }: Place,
): Promise<SignInAccount | undefined> {
  const [row] = await sql<SignInAccount[]>`
    select a.id, a.password_hash, a.disabled_at,
      exists (select from known_devices d where d.agent_id = a.id
        and d.device_sha256 = ${deviceSha256} and ${isRecent(sql)}) as known_device,
      exists (select from known_addresses n where n.agent_id = a.id
        and n.address = ${network} and ${isRecent(sql)}) as known_network
    from agents a where a.email = ${email}`
  return row
}

/** Whether a device cookie is one that we gave out: to whomever, for people share browsers. */
export async function isKnownDevice(sql: Queryable, deviceSha256: string): Promise<boolean> {
  const found = await sql`
    select from known_devices where device_sha256 = ${deviceSha256} and ${isRecent(sql)} limit 1`
  return found.length > 0
}

/** From now on strangers who guess don't hold this account back here. */
export async function rememberPlace(
  sql: Queryable,
  agentId: string,
  { network, deviceSha256 }: Place,
): Promise<void> {
  if (network)
    await sql`
      insert into known_addresses (agent_id, address) values (${agentId}, ${network})
      on conflict (agent_id, address) do update set last_at = now()`
  if (deviceSha256)
    await sql`
      insert into known_devices (agent_id, device_sha256) values (${agentId}, ${deviceSha256})
      on conflict (device_sha256, agent_id) do update set last_at = now()`
}

/** Whoever knew the password before is a stranger again. */
export async function forgetPlaces(sql: Queryable, agentId: string): Promise<void> {
  await sql`delete from known_addresses where agent_id = ${agentId}`
  await sql`delete from known_devices where agent_id = ${agentId}`
}

/** Forgets places that no account has used for so long that they count no more. Gives how many. */
export async function purgePlaces(sql: Queryable): Promise<number> {
  const addresses = await sql`delete from known_addresses where not ${isRecent(sql)}`
  const devices = await sql`delete from known_devices where not ${isRecent(sql)}`
  return addresses.count + devices.count
}

function isRecent(sql: Queryable) {
  return sql`last_at > now() - make_interval(days => ${KNOWN_DAYS})`
}
