import { paths } from '@/lib/paths'
import { connectsChannel, fillsInChannel, newChannel, panel } from '../support/admin-pages'
import { opens, replies, replyBox, takesOver } from '../support/phrases'
import { expect, test } from '../support/test'
import { like, t } from '../support/words'

test.use({ storageState: async ({ adaState }, use) => use(adaState) })

test('a channel is connected in three steps, and turns green when the first event arrives', async ({
  page,
  simulator,
  appUrl,
  member,
}) => {
  const channel = await connectsChannel(page, simulator, appUrl, member)
  const status = (text: string) => page.getByRole('status').filter({ hasText: text })
  await expect(status(t('channelAdmin.firstEvent.waiting'))).toBeVisible()
  await simulator.says(channel.member, 'The very first words')
  await expect(status(t('channelAdmin.firstEvent.arrived'))).toBeVisible()
  await page.getByRole('link', { name: t('channelAdmin.firstEvent.view') }).click()
  await expect(
    page.getByRole('heading', { level: 1, name: like('log.event.title', { whole: true }) }),
  ).toBeVisible()
  await expect(page.getByRole('region', { name: t('log.bytes.body') })).toContainText(
    /The very first words|你/,
  )

  await page.goto(paths.admin.channels)
  const row = page
    .getByRole('list', { name: t('channelAdmin.list.title') })
    .getByRole('link', { name: channel.name })
  await expect(row).toContainText(t('channelAdmin.state.connected'))
  expect(await page.content()).not.toContain(channel.secret)
})

test('the same channel can’t be connected twice, and a page that waits says that signatures are wrong', {
  tag: '@long',
}, async ({ page, simulator, appUrl, member }) => {
  const channel = await connectsChannel(page, simulator, appUrl, member)
  const sent = await simulator.sendRaw('{"from":"1"}', false, channel.stellaId)
  expect(sent.status).toBe(401)
  const rejected = t('channelAdmin.health.rejectedToday', { today: 1, week: 1 })
  const otherSecret = t('channelAdmin.firstEvent.otherSecret', { rejected })
  await expect(page.getByRole('status').filter({ hasText: otherSecret })).toBeVisible({
    timeout: 20_000,
  })
  await fillsInChannel(page, { ...newChannel(), stellaId: channel.stellaId })
  await expect(page.getByRole('main').getByRole('alert')).toContainText(
    t('channel.rule.alreadyConnected'),
  )
})

test('a secret is rotated without losing a delivery; the last one can’t be removed', {
  tag: '@long',
}, async ({ page, simulator, appUrl, member }) => {
  const channel = await connectsChannel(page, simulator, appUrl, member)
  await simulator.says(channel.member, 'with the old one')
  await page.goto(paths.admin.channel(channel.id))
  const secrets = page.getByRole('list', { name: t('channelAdmin.secrets.title') })
  const last = secrets.getByRole('button', { name: t('common.remove') })
  await expect(last).toHaveAttribute('aria-disabled', 'true')
  await last.hover()
  await expect(page.getByRole('tooltip')).toContainText(t('channelAdmin.secrets.onlyOne'))

  await page.getByLabel(t('channelAdmin.secrets.new')).fill('the new secret of it')
  await page.getByRole('button', { name: t('common.add'), exact: true }).click()
  await expect(secrets.getByRole('listitem')).toHaveCount(2)
  await expect(
    secrets.getByRole('listitem', { name: t('channelAdmin.secrets.name', { slot: 2 }) }),
  ).toContainText('••••f it')
  const { stellaId, ...rest } = channel
  await simulator.connects(stellaId, {
    ...rest,
    secret: 'the new secret of it',
    webhookUrl: `${appUrl}${paths.api.webhook(channel.id)}`,
  })
  await secrets
    .getByRole('listitem', { name: t('channelAdmin.secrets.name', { slot: 1 }) })
    .getByRole('button')
    .click()
  await expect(secrets.getByRole('listitem')).toHaveCount(1)
  await simulator.says(channel.member, 'with the new one')
  await simulator.settles()
  await page.goto(`${paths.admin.events}?channel=${channel.id}&q=${encodeURIComponent('new one')}`)
  await expect(page.getByRole('list', { name: t('log.events.list') })).toContainText(
    t('log.outcome.message'),
  )
})

test('a paused channel stops replies with the reason, and goes on when it is resumed', {
  tag: '@long',
}, async ({ page, agent, simulator, appUrl, member }) => {
  const channel = await connectsChannel(page, simulator, appUrl, member)
  await simulator.says(channel.member, 'Is anybody there?')
  await opens(agent, channel.member)
  await takesOver(agent)
  await page.goto(paths.admin.channel(channel.id))
  await page.getByRole('button', { name: t('channelAdmin.switches.pause') }).click()
  await expect(agent.getByText(t('reply.blocked.paused'))).toBeVisible()
  await simulator.says(channel.member, 'Still here')
  await expect(agent.getByText('Still here').last()).toBeVisible()
  await page.getByRole('button', { name: t('channelAdmin.switches.resume') }).click()
  await expect(replyBox(agent)).toBeEditable()
  await replies(agent, 'Now we are')

  await page.getByRole('button', { name: t('channelAdmin.switches.disconnect') }).click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: t('channelAdmin.switches.disconnect') })
    .click()
  await expect(agent.getByText(t('reply.blocked.disconnected')).first()).toBeVisible()
  await page.getByRole('button', { name: t('channelAdmin.switches.reconnect') }).click()
  await expect(page.getByRole('button', { name: t('channelAdmin.switches.pause') })).toBeVisible()
})

test('settings and details of a channel are saved, and nonsense is refused in words', {
  tag: '@long',
}, async ({ page, simulator, appUrl, member }) => {
  const channel = await connectsChannel(page, simulator, appUrl, member)
  await page.goto(paths.admin.channel(channel.id))
  const settings = panel(page, t('channelAdmin.settings.title'))
  await settings.getByRole('radio', { name: t('workspace.colors.teal') }).check()
  await settings.getByLabel(t('channelAdmin.settings.keywords')).fill('真人\nhuman please')
  await settings.getByLabel(t('channelAdmin.settings.agentIdle')).fill('30')
  await settings.getByRole('button', { name: t('channelAdmin.settings.save') }).click()
  await expect(page.getByText(t('channelAdmin.settings.saved'))).toBeVisible()
  await settings.getByLabel(t('channelAdmin.settings.agentIdle')).fill('99999')
  await settings.getByRole('button', { name: t('channelAdmin.settings.save') }).click()
  await expect(settings.getByRole('alert')).toContainText(t('channel.rule.minutesMax'))

  const details = panel(page, t('channelAdmin.details.title'))
  await details.getByLabel(t('common.name')).fill(`${channel.name} renamed`)
  await details.getByRole('button', { name: t('channelAdmin.details.save') }).click()
  await expect(
    page.getByRole('heading', { level: 1, name: `${channel.name} renamed` }),
  ).toBeVisible()
  await page.reload()
  await expect(settings.getByLabel(t('channelAdmin.settings.keywords'))).toHaveValue(
    '真人\nhuman please',
  )
  await expect(settings.getByRole('radio', { name: t('workspace.colors.teal') })).toBeChecked()
})

test('the signature lab names the step that differs, and no answer holds a secret', {
  tag: '@long',
}, async ({ page, simulator, appUrl, member }) => {
  const channel = await connectsChannel(page, simulator, appUrl, member)
  await page.goto(paths.admin.channel(channel.id))
  const lab = panel(page, t('connection.screen.lab'))
  // The documented example, which no secret of ours signs; then with its own secret.
  await lab
    .getByRole('textbox', { name: t('connection.screen.labBody'), exact: true })
    .fill(EXAMPLE.body)
  await lab
    .getByLabel(t('connection.screen.labSignature'))
    .fill(`X-Stella-Signature: ${EXAMPLE.signature}`)
  const answers: string[] = []
  page.on('response', async (response) => {
    if (response.url().includes('signature-lab')) answers.push(await response.text())
  })
  await lab.getByRole('button', { name: t('connection.screen.labCompare') }).click()
  await expect(lab.getByRole('status')).toContainText(t('connection.screen.labRejected'))
  await expect(lab.getByRole('listitem', { name: t('connection.lab.secret') })).toContainText(
    like('connection.screen.labUnknown', {
      name: t('connection.lab.secret'),
      text: t('connection.lab.secretUnknown'),
    }),
  )
  await lab.getByLabel(t('connection.screen.labSecret')).fill(EXAMPLE.secret)
  await lab
    .getByRole('textbox', { name: t('connection.screen.labBody'), exact: true })
    .fill(`${EXAMPLE.body}\n`)
  await lab.getByRole('button', { name: t('connection.screen.labCompare') }).click()
  await expect(lab.getByRole('listitem', { name: t('connection.lab.bytes') })).toContainText(
    t('connection.lab.bytesOther', { change: t('connection.lab.noLineEnd') }),
  )
  await expect(lab.getByRole('listitem', { name: t('connection.lab.secret') })).toContainText(
    t('connection.lab.madeWith', { secret: t('connection.lab.pastedSecret') }),
  )
  expect(answers).toHaveLength(2)
  for (const answer of answers) {
    expect(answer).not.toContain(EXAMPLE.secret)
    expect(answer).not.toContain(channel.secret)
  }
})

test('who is no admin reads why the channels are closed to them', { tag: '@long' }, async ({
  agent,
}) => {
  for (const path of [paths.admin.channels, paths.admin.connections, paths.admin.events]) {
    await agent.goto(path)
    await expect(
      agent.getByText(t('shell.sectionBlocked', { needs: 'admin', role: 'agent' })),
    ).toBeVisible()
  }
})

/** Facts §3.1. */
const EXAMPLE = {
  secret: 'test-channel-secret',
  body: '{"from":"85260903521","to":"85268227287","timestamp":"1599536864","type":"TEXT","data":{"text":"Hello 你好 👋"}}',
  signature: 'j2krb2RAPosfHpRNcUITpX6TdMdUNJ8Bg0Tb3uppEeI=',
}
