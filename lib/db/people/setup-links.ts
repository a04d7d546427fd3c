import { setupLinks } from '@/drizzle/schema/people'
import type { Queryable } from '../client'
import { orm } from '../orm'

/** A link that makes the first admin, of which only the hash is kept. */
export async function insertSetupLink(
  db: Queryable,
  link: { tokenSha256: string; expiresAt: number },
): Promise<void> {
  await orm(db).insert(setupLinks).values(link)
}

/** Spends a link, and every other one with it; false when it was spent before, is too old or was never given out. */
export async function spendSetupLinks(sql: Queryable, tokenSha256: string): Promise<boolean> {
  const used = await sql<{ tokenSha256: string }[]>`
    update setup_links set used_at = now()
    where used_at is null and exists (
      select from setup_links l
      where l.token_sha256 = ${tokenSha256} and l.used_at is null and l.expires_at > now())
    returning token_sha256`
  return used.some((link) => link.tokenSha256 === tokenSha256)
}
