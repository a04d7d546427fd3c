import { createHmac, timingSafeEqual } from 'node:crypto'
import postgres from 'postgres'

export const dynamic = 'force-dynamic'

/** Floor A: what a webhook costs at the least in a Next route. Verify the HMAC, insert one row, answer. */
const sql = postgres(process.env.DATABASE_URL ?? '', { max: 16 })
const secret = process.env.SECRET ?? ''

export async function POST(request) {
  const body = Buffer.from(await request.arrayBuffer())
  const given = Buffer.from(request.headers.get('x-stella-signature') ?? '', 'base64')
  const expected = createHmac('sha256', secret).update(body).digest()
  if (given.length !== expected.length || !timingSafeEqual(given, expected))
    return Response.json({ error: 'signature' }, { status: 401 })
  await sql`insert into floor (body) values (${body})`
  return Response.json({ ok: 1 })
}
