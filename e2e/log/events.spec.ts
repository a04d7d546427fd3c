import { randomUUID } from 'node:crypto'
import { paths } from '@/lib/paths'
import { panel } from '../support/admin-pages'
import { expect, test } from '../support/test'
import { t } from '../support/words'

const NOTHING_MOVES = { moved: 0, total: 1, messages: 0, conversations: 0 }

test.use({ storageState: async ({ adaState }, use) => use(adaState) })

test('the log is followed live, narrowed by filters that stand in the address, and opened', async ({
  page,
  simulator,
  member,
}) => {
  await page.goto(paths.admin.events)
  await expect(page.getByRole('list', { name: t('log.events.list') })).toBeVisible()
  await page.getByLabel(t('log.filter.kind')).selectOption({ label: t('log.kind.webhook') })
  await page.getByLabel(t('log.filter.text')).fill(member.externalId)
  await expect(page.getByText(t('log.events.none'), { exact: true })).toBeVisible()
  await simulator.says(member, 'Seen as it happens')
  const rows = page.getByRole('list', { name: t('log.events.list') }).getByRole('link')
  await expect(rows.filter({ hasText: 'whatsapp.raw' }).first()).toBeVisible()
  expect(page.url()).toContain(`q=${member.externalId}`)
  await page.reload()
  await rows.filter({ hasText: 'normalized' }).first().click()
  await expect(panel(page, t('log.arrival.title'))).toContainText(
    t('log.arrival.signed', { slot: 1 }),
  )
  await page.getByRole('link', { name: t('log.event.back') }).click()
  await expect(page.getByLabel(t('log.filter.text'))).toHaveValue(member.externalId)
  await page.getByRole('button', { name: t('log.filter.clear') }).click()
  await expect(page.getByLabel(t('log.filter.text'))).toHaveValue('')
})

test('one event shows its bytes, what it was read as, what it changed, and its other form', async ({
  page,
  simulator,
  member,
}) => {
  await simulator.says(member, 'Look closely 你好')
  await simulator.settles()
  await page.goto(`${paths.admin.events}?kind=webhook&q=${member.externalId}`)
  const rows = page.getByRole('list', { name: t('log.events.list') }).getByRole('link')
  await rows.filter({ hasText: 'whatsapp.raw' }).last().click()
  await expect(page.getByRole('region', { name: t('log.bytes.body') })).toContainText(
    'Look closely 你好',
  )
  await page.getByRole('button', { name: t('log.bytes.hex') }).click()
  await expect(page.getByRole('region', { name: t('log.bytes.body') })).toContainText('000000  7b')
  await page.getByRole('button', { name: t('log.bytes.indented') }).click()
  await expect(page.getByRole('region', { name: t('log.bytes.body') })).toContainText(
    '"messages": [',
  )
  await expect(page.getByRole('region', { name: t('log.reading.facts') })).toContainText(
    '"type": "inbound"',
  )
  await expect(page.getByRole('list', { name: t('log.rows.list') })).toContainText(
    t('log.rows.message', { author: 'member', text: 'Look closely 你好' }),
  )
  const twin = panel(page, t('log.twin.title'))
  await expect(twin.getByRole('row', { name: /^platformMessageId/ })).toContainText(
    t('log.twin.differs'),
  )
  await expect(twin.getByRole('row', { name: /^content\.text/ })).not.toContainText(
    t('log.twin.differs'),
  )
  const replay = panel(page, t('log.replay.title'))
  await replay.getByRole('button', { name: t('log.replay.dryRun') }).click()
  await expect(replay.getByRole('status')).toContainText(t('log.replay.would', NOTHING_MOVES))
})

test('the quarantine is a queue: a dry run says what would change, one is replayed, all are', async ({
  page,
  simulator,
}) => {
  const word = randomUUID()
  expect((await simulator.sendRaw(`{"nobody":"knows ${word}"}`)).status).toBe(200)
  await page.goto(`${paths.admin.events}?outcome=quarantined&q=${word}`)
  const row = page
    .getByRole('list', { name: t('log.events.list') })
    .getByRole('link')
    .first()
  await expect(row).toContainText(t('log.outcome.quarantined'))
  const id = /events\/(\d+)/.exec((await row.getAttribute('href')) ?? '')?.[1] ?? ''
  await page.goto(paths.admin.quarantine)
  await page.getByLabel(t('log.quarantine.choose', { id }), { exact: true }).check()
  await page.getByRole('button', { name: t('log.quarantine.dryRunChosen', { count: 1 }) }).click()
  const answer = page.getByRole('status').filter({ hasText: `#${id}` })
  await expect(answer).toContainText(t('log.replay.would', NOTHING_MOVES))
  await expect(answer).toContainText(t('delivery.problem.unknownShape'))
  await page.getByRole('button', { name: t('log.quarantine.replayChosen', { count: 1 }) }).click()
  await expect(answer).toContainText(t('log.replay.did', NOTHING_MOVES))
  await page.getByLabel(t('log.quarantine.choose', { id }), { exact: true }).uncheck()
  await page.getByRole('button', { name: t('log.quarantine.dryRunAll') }).click()
  await expect(page.getByRole('status', { name: t('log.replay.dryRun') })).toBeVisible()
})

test('the sum of each channel adds up, and its numbers open their events', {
  tag: '@long',
}, async ({ page, simulator, member }) => {
  await simulator.says(member, 'Counted')
  await simulator.settles()
  await page.goto(paths.admin.eventSums)
  const row = page.getByRole('row', { name: /^Shop HK/ })
  await expect(row).toBeVisible()
  // The number is the first of a cell; what stands under it says what it is made of.
  const numbers = (await row.getByRole('cell').allInnerTexts()).map((text) => parseInt(text, 10))
  const [received = 0, ...parts] = numbers
  expect(parts).toHaveLength(6)
  expect(parts.reduce((sum, part) => sum + part, 0)).toBe(received)
  await row.getByRole('link').first().click()
  await expect(page.getByRole('list', { name: t('log.events.list') })).toContainText(
    t('log.outcome.message'),
  )
  expect(page.url()).toContain('outcome=message')
})

test('an event that does not exist says so', { tag: '@long' }, async ({ page }) => {
  await page.goto(paths.admin.event(999_999_999))
  await expect(
    page.getByRole('alert').filter({ hasText: t('log.problem.noEvent', { id: '999999999' }) }),
  ).toBeVisible()
})
