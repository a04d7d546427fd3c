import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { paths } from '@/lib/paths'
import { expect, test } from '../support/test'
import { like, t } from '../support/words'

test.use({ storageState: async ({ adaState }, use) => use(adaState) })

/** The admin connects an app of the simulator with this token. */
async function connectsApp(page: Page, simulatorUrl: string, token: string) {
  // Pages begin with the first by name, which other stories expect to be the demo's: these have tokens of all kinds.
  const name = `Story app ${randomUUID().slice(0, 8)}`
  await page.goto(paths.admin.connections)
  await page
    .getByRole('button', { name: t('connection.screen.connectApp') })
    .first()
    .click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(t('common.name'), { exact: true }).fill(name)
  await dialog.getByLabel(t('connection.screen.accessToken')).fill(token)
  await dialog.getByText(t('connection.screen.addresses')).click()
  await dialog.getByLabel(t('connection.screen.botApi')).fill(simulatorUrl)
  await dialog.getByLabel(t('connection.screen.restApi')).fill(`${simulatorUrl}/vnext/rest`)
  await dialog.getByLabel(t('connection.screen.fileApi')).fill(`${simulatorUrl}/vnext`)
  await dialog.getByRole('button', { name: t('connection.screen.connect') }).click()
  await expect(dialog).toBeHidden()
  return page
    .getByRole('list', { name: t('connection.screen.title') })
    .getByRole('listitem', { name })
}

test('an app is connected, its check tells each missing scope, and a new token mends it; another host needs the token again', async ({
  page,
  simulator,
  simulatorUrl,
}) => {
  const weak = await simulator.givesToken(['member:read'])
  const card = await connectsApp(page, simulatorUrl, weak)
  await expect(card).toContainText(`••••${weak.slice(-4)}`)
  await card.getByRole('button', { name: t('connection.screen.check') }).click()
  await expect(
    card.getByRole('listitem', { name: t('connection.check.readMember') }),
  ).toContainText(t('connection.check.answers'))
  await expect(card.getByRole('listitem', { name: t('connection.check.sendReply') })).toContainText(
    t('connection.check.scopeMissing', { scope: 'bot:sendResponses' }),
  )
  await expect(
    card.getByRole('listitem', { name: t('connection.check.createIntegration') }),
  ).toContainText(t('connection.check.notAsked'))

  await card.getByRole('button', { name: t('common.edit') }).click()
  const dialog = page.getByRole('dialog')
  // The stored token stays with its host: for another one it has to be typed again.
  const field = dialog.getByLabel(t('connection.screen.newToken'))
  const botApi = dialog.getByLabel(t('connection.screen.botApi'))
  await botApi.fill('https://elsewhere.example.com')
  await expect(field).toHaveAccessibleDescription(
    t('connection.rule.tokenAgain', { origin: 'https://elsewhere.example.com' }),
  )
  await expect(field).toHaveAttribute('required')
  await botApi.fill(simulatorUrl)
  await expect(field).not.toHaveAttribute('required')
  const strong = await simulator.givesToken(['api:admin'])
  await field.fill(strong)
  await dialog.getByRole('button', { name: t('common.save') }).click()
  await expect(dialog).toBeHidden()
  await expect(card).toContainText(`••••${strong.slice(-4)}`)
  await card.getByRole('button', { name: t('connection.screen.check') }).click()
  await expect(card).toContainText(t('connection.screen.allAnswer'))
  await expect(card).toContainText(
    like('connection.screen.probeDialect', { dialect: 'GET /integrations' }),
  )
  const content = await page.content()
  for (const token of [weak, strong]) expect(content).not.toContain(token)
})

test('a token that Stella does not know and an address that is none are told apart', {
  tag: '@long',
}, async ({ page, simulatorUrl }) => {
  const card = await connectsApp(page, simulatorUrl, 'nobody gave out this token')
  await card.getByRole('button', { name: t('connection.screen.check') }).click()
  await expect(card.getByRole('listitem', { name: t('connection.check.sendReply') })).toContainText(
    t('connection.check.tokenRefused'),
  )
  await card.getByRole('button', { name: t('common.edit') }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(t('connection.screen.botApi')).fill('ftp://example.com')
  await dialog.getByLabel(t('connection.screen.newToken')).fill('a token given again')
  await dialog.getByRole('button', { name: t('common.save') }).click()
  await expect(dialog.getByRole('alert')).toContainText(t('connection.rule.addressNotHttps'))
})

test('a connection is removed by typing its name; one that still has a channel says why it can’t', {
  tag: '@long',
}, async ({ page, simulator, simulatorUrl }) => {
  const card = await connectsApp(page, simulatorUrl, await simulator.givesToken(['api:admin']))
  const name = (await card.getByRole('heading').textContent()) ?? ''
  await card.getByRole('button', { name: t('common.remove') }).click()
  const dialog = page.getByRole('dialog', { name: t('connection.screen.removeTitle', { name }) })
  const confirm = dialog.getByRole('button', { name: t('common.remove') })
  await expect(confirm).toBeDisabled()
  await dialog.getByLabel(t('connection.screen.typeName', { name })).fill(name)
  await confirm.click()
  await expect(dialog).toBeHidden()
  await expect(card).toBeHidden()
  await page.reload()
  const cards = page.getByRole('list', { name: t('connection.screen.title') }).getByRole('listitem')
  await expect(cards.first()).toBeVisible()
  await expect(card).toBeHidden()

  const used = cards.filter({ has: page.getByRole('heading', { name: 'Demo shop' }) })
  // How many channels the demo has by now, other stories decide.
  const stillUsed = new RegExp(t('connection.rule.stillUsed', { count: 12 }).replace('12', '\\d+'))
  const blocked = used.getByRole('button', { name: t('common.remove') })
  await expect(blocked).toBeDisabled()
  await blocked.hover({ force: true })
  await expect(page.getByText(stillUsed).first()).toBeVisible()
})

test('integrations are created, shown masked, changed, called back from deletion, and deleted', async ({
  page,
  simulator,
  simulatorUrl,
  request,
}) => {
  const token = await simulator.givesToken(['api:admin'])
  const card = await connectsApp(page, simulatorUrl, token)
  const app = (await card.getByRole('heading').textContent()) ?? ''
  const elsewhere = `Made elsewhere ${randomUUID().slice(0, 6)}`
  await request.put(`${simulatorUrl}/vnext/rest/integration?access_token=${token}`, {
    data: { name: elsewhere, apiKey: 'elsewhere-secret-9911' },
  })
  await page.goto(paths.admin.integrations)
  await page.getByLabel(t('connection.screen.ofConnection')).selectOption({ label: app })
  const list = page.getByRole('list', { name: t('connection.screen.integrations') })
  await expect(list.getByRole('listitem', { name: elsewhere })).toContainText('••••9911')

  const name = `Help desk ${randomUUID().slice(0, 6)}`
  await page.getByRole('button', { name: t('connection.screen.newIntegration') }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(t('connection.screen.fieldName', { number: 1 })).fill('id')
  await dialog.getByLabel(t('connection.screen.fieldValue', { number: 1 })).fill('mine')
  await dialog.getByRole('button', { name: t('common.create') }).click()
  await expect(dialog.getByRole('alert')).toContainText(t('connection.screen.fieldReserved'))
  await dialog.getByRole('button', { name: t('connection.screen.writeJson') }).click()
  await dialog
    .getByLabel(t('connection.screen.json'))
    .fill(JSON.stringify({ name, clientKey: 'a-long-client-key-4242' }))
  await dialog.getByRole('button', { name: t('common.create') }).click()
  const mine = list.getByRole('listitem', { name })
  await expect(mine).toContainText('••••4242')

  await mine.getByRole('button', { name: t('common.change') }).click()
  await dialog.getByLabel(t('connection.screen.fieldValue', { number: 1 })).fill(`${name} two`)
  await dialog.getByRole('button', { name: t('connection.screen.saveAsNew') }).click()
  const changed = list.getByRole('listitem', { name: `${name} two` })
  await expect(changed).toContainText('••••4242')

  await changed.getByRole('button', { name: t('common.delete') }).click()
  await expect(changed).toBeHidden()
  await page.getByRole('button', { name: t('common.undo') }).click()
  await expect(changed).toBeVisible()
  await changed.getByRole('button', { name: t('common.delete') }).click()
  await expect(changed).toBeHidden()
  const atStella = async () =>
    (await request.get(`${simulatorUrl}/vnext/rest/integrations?access_token=${token}`)).text()
  expect(await atStella(), 'Stella is asked only when nobody called it back').toContain(name)
  await expect.poll(atStella, { timeout: 15_000 }).not.toContain(name)
  expect(await atStella()).toContain(elsewhere)
  expect(await page.content()).not.toMatch(/a-long-client-key|elsewhere-secret/)
})

test('a token without the scope for integrations is told in words, with what to do', {
  tag: '@long',
}, async ({ page, simulator, simulatorUrl }) => {
  const token = await simulator.givesToken(['member:read'])
  const card = await connectsApp(page, simulatorUrl, token)
  const app = (await card.getByRole('heading').textContent()) ?? ''
  await page.goto(paths.admin.integrations)
  await page.getByLabel(t('connection.screen.ofConnection')).selectOption({ label: app })
  const alert = page.getByRole('alert').filter({ hasText: 'integration:read' })
  await expect(alert).toContainText(
    t('connection.rule.scopeMissing', { scope: 'integration:read' }),
  )
  await expect(alert.getByRole('button', { name: t('common.retry') })).toBeVisible()
})
