import { expect, test } from 'vitest'
import { testInbox } from '@/lib/log/testing'
import { listGallery } from './gallery'

const inbox = testInbox()

test('each file stands once on its shelf, newest first: what is no picture by its bytes among the files', async () => {
  const { sql } = inbox.ctx
  const channel = await inbox.channel()
  await inbox.receive(channel.id, {
    from: '85260903521',
    to: '85268227287',
    timestamp: '1700000000',
    type: 'TEXT',
    data: { text: 'hello' },
  })
  const [row] = await sql<{ id: string }[]>`
    select id from conversations where channel_id = ${channel.id}`
  const conversationId = row?.id ?? ''
  const add = async (second: number, files: [string, string, string?][], more = {}) => {
    const mediaIds = files.map(([name]) => idOf(name))
    const [first] = files
    await sql`insert into messages ${sql({
      id: idOf(`message ${second}`),
      conversationId,
      channelId: channel.id,
      author: 'member',
      content: sql.json({ type: first?.[1] ?? 'text', mediaIds }),
      sentAt: new Date(1_700_000_000_000 + second * 1_000),
      receivedAt: new Date(),
      eventId: second,
      place: 0,
      echoed: false,
      provisional: false,
      removed: false,
      createdFeed: 1,
      feed: 1,
      ...more,
    })}`
    for (const [name, kind, type = null] of files)
      await sql`insert into media ${sql({
        id: idOf(name),
        messageId: idOf(`message ${second}`),
        conversationId,
        channelId: channel.id,
        kind,
        name,
        type,
        state: name.startsWith('expired') ? 'expired' : 'stored',
      })}`
  }
  await add(1, [['photo', 'image', 'image/png']])
  await add(2, [['no photo', 'image', 'application/octet-stream']])
  await add(3, [['song', 'audio']])
  await add(4, [
    ['film', 'video'],
    ['paper', 'file'],
    ['no film', 'video', 'application/octet-stream'],
  ])
  await add(5, [['sticker', 'sticker']])
  await add(6, [['expired', 'file']])
  await add(7, [['taken back', 'file']], { removed: true })
  await add(8, [['deleted', 'image']], { deletedAt: new Date() })
  await add(9, [['voice', 'voice']])

  expect(await shelf('pictures')).toEqual(['film', 'photo'])
  expect(new Set(await shelf('files'))).toEqual(
    new Set(['voice', 'paper', 'no film', 'song', 'no photo']),
  )
  expect(await shelf('files', 1)).toEqual(await shelf('files'))

  async function shelf(name: 'pictures' | 'files', limit = 24) {
    const found: string[] = []
    let before: string | undefined
    do {
      // Files of one message share a place, and so stand on one page.
      const most = before === undefined || limit > 1 ? limit : 2
      const page = await listGallery(sql, conversationId, { shelf: name, before, limit: most })
      found.push(...page.items.map((file) => file.name ?? ''))
      before = page.nextCursor ?? undefined
    } while (before)
    return found
  }
})

function idOf(name: string) {
  return `00000000-0000-4000-8000-${Buffer.from(name).toString('hex').padStart(12, '0').slice(-12)}`
}
