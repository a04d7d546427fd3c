import type { Queryable, Sql, Transaction } from '../client'

/** Between the moment bytes are kept and the row that names them: a large file on a slow bucket, and room to spare. */
const CLAIM_MINUTES = 60

/**
 * Says that these bytes are about to be kept and named. Waits while somebody is removing the same bytes: what is kept
 * afterwards is there again.
 */
export async function claimBytes(sql: Sql, sha256: string): Promise<void> {
  await sql.begin(async (tx) => {
    await lockBytes(tx, sha256)
    await tx`
      insert into media_claims (sha256) values (${sha256})
      on conflict (sha256) do update set claimed_at = now()`
  })
}

/** Removes bytes unless a message, a member, an upload or a claim needs them, with nobody claiming them meanwhile. */
export async function removeUnneeded(
  sql: Sql,
  sha256: string,
  remove: (sha256: string) => Promise<void>,
): Promise<void> {
  await sql.begin(async (tx) => {
    await lockBytes(tx, sha256)
    if (!(await isNeeded(tx, sha256))) await remove(sha256)
  })
}

/** Claims that have served their time. */
export async function forgetClaims(sql: Queryable): Promise<void> {
  await sql`delete from media_claims
    where claimed_at < now() - make_interval(mins => ${CLAIM_MINUTES})`
}

/** One turn at a time for each file, in whichever process. */
async function lockBytes(tx: Transaction, sha256: string) {
  await tx`select pg_advisory_xact_lock(hashtextextended(${`media ${sha256}`}, 0))`
}

async function isNeeded(tx: Transaction, sha256: string): Promise<boolean> {
  const [needed] = await tx`
    select 1 from media where sha256 = ${sha256} or thumbnail_sha256 = ${sha256}
    union all
    select 1 from members where picture_sha256 = ${sha256}
    union all
    select 1 from uploads where file->>'sha256' = ${sha256} or file->>'thumbnailSha256' = ${sha256}
    union all
    select 1 from media_claims
    where sha256 = ${sha256} and claimed_at > now() - make_interval(mins => ${CLAIM_MINUTES})
    limit 1`
  return needed !== undefined
}
