import { readFileSync } from 'node:fs'
import { paths } from '@/lib/paths'
import { person } from '../support/people'
import { opens, takesOver } from '../support/phrases'
import { expect, test } from '../support/test'
import { like, t } from '../support/words'

const WHAT = t('audit.group.ownership')
/** Of another run of this story there may be more. */
const SIGNED_IN_AFTER = new RegExp(
  [1, 12]
    .map((count) => t('audit.people.signedInAfter', { count }).replace('12', '\\d+'))
    .map((words) => `Ben · ${words}`)
    .join('|'),
)
const TOOK_OVER = t('audit.conversation.tookOver')

test.use({ storageState: async ({ adaState }, use) => use(adaState) })

test('what an agent did is found by who and what, and is in the CSV', async ({
  page,
  agent,
  simulator,
  member,
}) => {
  await simulator.says(member, 'May I speak to a person?')
  await opens(agent, member)
  await takesOver(agent)

  await page.goto(paths.admin.audit)
  await page.getByLabel(t('audit.filter.who')).selectOption({ label: 'Ana' })
  await page.getByLabel(t('audit.filter.what')).selectOption({ label: WHAT })
  const acts = page.getByRole('list', { name: t('audit.list') })
  const act = acts.getByRole('listitem').filter({ hasText: member.name })
  await expect(act).toContainText(`Ana · ${TOOK_OVER}`)
  await expect(page.getByLabel(t('audit.filter.what')).locator('option:checked')).toHaveText(WHAT)
  await expect(acts).not.toContainText(t('audit.reply.written'))
  // What is looked for stands in the address.
  await page.reload()
  await expect(act).toBeVisible()
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: t('audit.export') }).click()
  const csv = readFileSync(await (await download).path(), 'utf8')
  expect(csv).toContain(TOOK_OVER)
  expect(csv).toContain(member.name)
  expect(csv).not.toContain(t('audit.reply.written'))

  await act.getByRole('link', { name: member.name }).click()
  await expect(page.getByRole('heading', { name: member.name, level: 2 }).first()).toBeVisible()
})

test('who signed in, and after how many wrong passwords, is in the audit', {
  tag: '@long',
}, async ({ page, browser }) => {
  const ben = person('Ben')
  const elsewhere = await browser.newPage({ storageState: { cookies: [], origins: [] } })
  await elsewhere.goto(paths.signIn)
  for (const password of ['not-the-password', ben.password]) {
    await elsewhere.getByLabel(t('signIn.email')).fill(ben.email)
    await elsewhere.getByLabel(t('signIn.password'), { exact: true }).fill(password)
    await elsewhere.getByRole('button', { name: t('signIn.submit') }).click()
    if (password === ben.password) await expect(elsewhere).toHaveURL(/\/inbox/)
    else await expect(elsewhere.getByRole('alert').filter({ hasText: /\S/ })).toBeVisible()
  }
  await elsewhere.close()
  await page.goto(paths.admin.audit)
  await page.getByLabel(t('audit.filter.who')).selectOption({ label: 'Ben' })
  await page.getByLabel(t('audit.filter.what')).selectOption({ label: t('audit.group.people') })
  const acts = page.getByRole('list', { name: t('audit.list') }).getByRole('listitem')
  await expect(acts.first()).toContainText(SIGNED_IN_AFTER)
})

test('an address with days that are none shows everything', { tag: '@long' }, async ({ page }) => {
  await page.goto(`${paths.admin.audit}?from=soon&to=2001-13-45`)
  await expect(page.getByLabel(t('audit.filter.from'))).toHaveValue('')
  await expect(page.getByRole('list', { name: t('audit.list') })).toBeVisible()
})

test('a search without a result says so and leads back', { tag: '@long' }, async ({ page }) => {
  await page.goto(`${paths.admin.audit}?from=2001-01-01&to=2001-01-02`)
  await expect(page.getByText(t('audit.none'), { exact: true })).toBeVisible()
  await page.getByRole('button', { name: t('audit.showAll') }).click()
  await expect(page.getByRole('list', { name: t('audit.list') })).toBeVisible()
})

test('the health page measures the inbox, and /metrics says the same to Prometheus', async ({
  page,
}) => {
  await page.goto(paths.admin.health)
  const lines = page.getByRole('list', { name: t('workspace.health.title') })
  await expect(
    lines.getByRole('listitem', { name: t('workspace.health.database.name'), exact: true }),
  ).toContainText(like('workspace.health.database.answers'))
  for (const name of [
    t('workspace.health.channels.name'),
    t('workspace.health.rejected.name'),
    t('workspace.health.quarantine.name'),
    t('workspace.health.jobs.name'),
    t('workspace.health.stella.name'),
    t('workspace.health.media.name'),
    t('workspace.health.disk.name'),
    t('workspace.health.browsers.name'),
    t('workspace.health.version.name'),
  ])
    await expect(lines.getByRole('listitem', { name, exact: true })).toBeVisible()
  const metrics = await (await page.request.get('/metrics')).text()
  for (const name of [
    'inbox_database_up{role="web",process="web 1"} 1',
    'inbox_processes{kind="worker",role="web",process="web 1"} 1',
    'inbox_jobs_waiting',
    'inbox_disk_free_bytes',
    'inbox_disk_total_bytes',
    'inbox_database_connections_max',
    'inbox_rejected_signatures_today',
    'inbox_quarantined_events',
    'inbox_build_info{version="',
    'inbox_streams',
    'inbox_channel_silent{name="',
  ])
    expect(metrics).toContain(name)
})
