import { paths } from '@/lib/paths'
import { prepares, preview, sendOf } from '../support/extras'
import { connectOwnChannel } from '../support/own-channel'
import { signInByRequest } from '../support/people'
import {
  bubbles,
  bubblesOf,
  CONFIRMED,
  opens,
  replies,
  replyBox,
  takesOver,
  thread,
} from '../support/phrases'
import { expect, test } from '../support/test'
import { like, STORY_LOCALE, t } from '../support/words'

test('a list goes to the phone, and the row the member takes comes back as their choice', async ({
  agent,
  phone,
  member,
}) => {
  await opens(agent, member)
  await takesOver(agent)
  await expect(replyBox(agent)).toBeFocused()
  const form = await prepares(agent, t('composer.extra.list'))
  await expect(sendOf(form)).toHaveAttribute('aria-disabled', 'true')
  await form.getByLabel(t('composer.form.text')).fill('Which branch is near you?')
  await form.getByLabel(t('composer.form.listButton')).fill('Branches')
  await form
    .getByLabel(t('common.rowName', { name: t('composer.row.row'), place: 1 }), { exact: true })
    .fill('Central')
  await form.getByLabel(t('composer.list.rowText', { place: 1 })).fill('Queen’s Road')
  await form
    .getByLabel(t('common.rowName', { name: t('composer.row.row'), place: 2 }), { exact: true })
    .fill('Mong Kok')
  await expect(preview(form)).toContainText('Queen’s Road')
  await sendOf(form).click()
  await expect(form).toBeHidden()

  const list = bubblesOf(agent, t('common.you')).filter({ hasText: 'Which branch is near you?' })
  await expect(list).toHaveCount(1)
  await expect(list).toContainText(CONFIRMED)
  await phone.getByRole('button', { name: 'Mong Kok' }).click()
  await expect(bubbles(agent, 'Mong Kok').last()).toBeVisible()
  await expect(list.getByLabel(t('message.chosen'))).toBeVisible()
})

test('quick replies go out on Messenger, and what the platform doesn’t have says why', {
  tag: '@long',
}, async ({ agent, browser, simulator, simulatorUrl, appUrl }) => {
  const number = String(Date.now()).slice(-9)
  const own = await connectOwnChannel(appUrl, simulatorUrl, { platform: 'messenger' })
  const tom = { externalId: `1015${number}`, channel: own.stellaId, name: '' }
  await simulator.says(tom, `Hello from ${number}`)
  await agent.goto('/inbox?view=all')
  await agent
    .getByRole('region', { name: t('conversation.list.label') })
    .getByText(tom.externalId)
    .click()
  await takesOver(agent)
  await expect(replyBox(agent)).toBeFocused()

  await test.step('a location can’t be sent on Messenger', async () => {
    await agent.getByRole('button', { name: t('composer.extra.add') }).click()
    const item = agent.getByRole('menuitem', { name: t('composer.extra.location') })
    await expect(item).toHaveAttribute('aria-disabled', 'true')
    await expect(item).toContainText(
      t('reply.kind.unsupported', {
        kind: 'location',
        platforms: 'WhatsApp',
        platform: 'Messenger',
      }),
    )
    await agent.keyboard.press('Escape')
  })

  await test.step('the palette opens the same form', async () => {
    await agent.keyboard.press('ControlOrMeta+k')
    await agent.getByRole('combobox').fill(t('composer.extra.quickReplies'))
    await agent.getByRole('option', { name: t('composer.sendExtra.quickReplies') }).click()
  })
  const form = agent.getByRole('dialog', { name: t('composer.extra.quickReplies') })
  await form.getByLabel(t('composer.form.text')).fill('Which colour?')
  await form
    .getByLabel(t('common.rowName', { name: t('composer.row.quickReply'), place: 1 }), {
      exact: true,
    })
    .fill('Red')
  await form
    .getByLabel(t('common.rowName', { name: t('composer.row.quickReply'), place: 2 }), {
      exact: true,
    })
    .fill('Red')
  await expect(form.getByRole('status')).toContainText(
    t('reply.choices.titleTwice', { title: 'Red' }),
  )
  await form
    .getByLabel(t('common.rowName', { name: t('composer.row.quickReply'), place: 2 }), {
      exact: true,
    })
    .fill('Blue')
  await sendOf(form).click()

  const question = bubblesOf(agent, t('common.you')).filter({ hasText: 'Which colour?' })
  await expect(question).toContainText(CONFIRMED)
  const page = await browser.newPage()
  await page.goto(simulator.phoneOf(tom))
  await page.getByRole('button', { name: 'Blue' }).click()
  await expect(bubbles(agent, 'Blue').last()).toBeVisible()
  await expect(question.getByLabel(t('message.chosen'))).toBeVisible()
  await page.close()
  await own.close()
})

test('after the window the composer turns to templates and keeps what was written', async ({
  agent,
  member,
  simulator,
  playwright,
  browser,
  appUrl,
}) => {
  const name = `parcel_${member.externalId}`
  await test.step('an admin writes the template down', async () => {
    const admin = await playwright.request.newContext({ baseURL: appUrl })
    await signInByRequest(admin, appUrl, 'Ada Admin')
    const storageState = await admin.storageState()
    const context = await browser.newContext({ baseURL: appUrl, storageState })
    const screen = await context.newPage()
    await screen.goto(paths.admin.templates)
    await expect(
      screen.getByRole('button', { name: t('channelAdmin.templates.add') }).first(),
    ).toBeEnabled()
    // Other stories connect channels of their own; with one alone there is nothing to choose.
    const channel = screen.getByLabel(t('channelAdmin.templates.channel'), { exact: true })
    if (await channel.isVisible()) await channel.selectOption('Shop HK')
    await screen
      .getByRole('button', { name: t('channelAdmin.templates.add') })
      .first()
      .click()
    const form = screen.getByRole('dialog', { name: t('channelAdmin.template.addTitle') })
    await form.getByLabel(t('common.name')).fill(name)
    await form
      .getByLabel(t('channelAdmin.template.body'))
      .fill('Hello {{1}}, your parcel comes {{2}}.')
    await form.getByRole('button', { name: t('common.save') }).click()
    await expect(
      screen.getByRole('list', { name: t('channelAdmin.templates.title') }),
    ).toContainText(name)
    await context.close()
    await admin.dispose()
  })

  await simulator.says(member, 'Hi', { at: Date.now() - 25 * 3_600_000 })
  await opens(agent, member)
  await takesOver(agent)
  await replyBox(agent).fill('I wanted to say')
  const composer = agent.getByRole('region', { name: t('composer.box.region') })
  await expect(composer).toContainText(t('reply.blocked.windowTemplate'))

  await composer.getByRole('button', { name: t('composer.box.sendTemplate') }).click()
  const form = agent.getByRole('dialog', { name: t('composer.extra.template') })
  const search = form.getByLabel(t('composer.template.search'))
  if (await search.isVisible()) await search.fill(name)
  await form.getByRole('radio', { name }).check()
  await form.getByRole('textbox', { name: '{{1}}' }).fill('Mei')
  await expect(form.getByRole('status')).toContainText(
    t('reply.template.fillIn', { field: '{{2}}' }),
  )
  await expect(sendOf(form)).toHaveAttribute('aria-disabled', 'true')
  await form.getByRole('textbox', { name: '{{2}}' }).fill('tomorrow')
  await expect(preview(form)).toContainText('Hello Mei, your parcel comes tomorrow.')
  await sendOf(form).click()

  const sent = bubbles(agent, 'Hello Mei, your parcel comes tomorrow.')
  await expect(sent).toHaveCount(1)
  await expect(sent).toContainText(CONFIRMED)
  await expect(replyBox(agent)).toHaveValue('I wanted to say')
  await simulator.settles()
  expect((await simulator.thread(member)).at(-1)?.text).toBe(`[${name} · en] Mei · tomorrow`)

  await test.step('once the member writes, the words that were kept can go', async () => {
    await simulator.says(member, 'Yes?')
    await expect(composer).not.toContainText(t('reply.blocked.windowTemplate'))
    await expect(thread(agent)).toContainText('Yes?')
  })
})

test('the platform’s own word closes the window at once, in words', { tag: '@long' }, async ({
  agent,
  member,
  simulator,
}) => {
  await simulator.says(member, 'Hi')
  await opens(agent, member)
  await takesOver(agent)
  await replyBox(agent).fill('Too late fail:later')
  await replyBox(agent).press('Enter')
  await expect(bubbles(agent, 'Too late fail:later')).toContainText(
    like('message.delivery.failedBecause'),
  )
  const composer = agent.getByRole('region', { name: t('composer.box.region') })
  await expect(composer).toContainText(
    t('reply.blocked.refusedWindowTemplate', { platform: 'WhatsApp' }),
  )
})

for (const dialect of [
  { responseKey: 'responses', tokenParam: 'access_token' },
  { responseKey: 'response', tokenParam: 'accessToken' },
] as const) {
  const { responseKey, tokenParam } = dialect
  test(`a connection that speaks ${responseKey} and ${tokenParam} gets its replies in these words`, {
    tag: '@long',
  }, async ({ agent, member, simulator, simulatorUrl, appUrl }) => {
    const own = await connectOwnChannel(appUrl, simulatorUrl, dialect)
    try {
      const guest = { ...member, channel: own.stellaId }
      await simulator.says(guest, 'Hi')
      await opens(agent, guest)
      await takesOver(agent)
      await replies(agent, 'In your own words')
      await expect(bubbles(agent, 'In your own words')).toContainText(CONFIRMED)
      const calls = (await simulator.requests()).filter(
        ({ path, body }) => path === '/sendResponses' && body?.channelId === own.stellaId,
      )
      expect(calls).toMatchObject([
        { tokenParam, body: { [responseKey]: [{ type: 'TEXT', text: 'In your own words' }] } },
      ])
    } finally {
      await own.close()
    }
  })
}

test('the catalogue is for admins, its use for whoever answers; others read why not', {
  tag: '@long',
}, async ({ playwright, appUrl }) => {
  const unknownId = '00000000-0000-4000-8000-000000000000'
  const answers: [string, string, number, string][] = [
    ['Ana', paths.api.admin.channelTemplates(unknownId), 403, 'forbidden'],
    ['Sam Supervisor', paths.api.admin.channelTemplates(unknownId), 403, 'forbidden'],
    ['Ada Admin', paths.api.admin.channelTemplates(unknownId), 404, 'not_found'],
    ['Ada Admin', paths.api.admin.channelTemplates('no-uuid'), 400, 'invalid'],
    ['Ana', paths.api.templates(unknownId), 404, 'not_found'],
    ['Ana', paths.api.templates('no-uuid'), 400, 'invalid'],
  ]
  for (const [name, address, status, code] of answers) {
    const request = await playwright.request.newContext({ baseURL: appUrl })
    await signInByRequest(request, appUrl, name)
    const response = await request.get(address)
    expect(response.status(), `${name} ${address}`).toBe(status)
    expect((await response.json()).error, address).toMatchObject({
      code,
      message: expect.stringMatching(/.{5}/),
    })
    await request.dispose()
  }
  const admin = await playwright.request.newContext({ baseURL: appUrl })
  await signInByRequest(admin, appUrl, 'Ada Admin')
  const wrong = await admin.post(paths.api.admin.channelTemplates(unknownId), {
    data: { name: 'Not A Name', language: 'en', body: 'Hello' },
    headers: { 'Accept-Language': STORY_LOCALE },
  })
  expect(wrong.status()).toBe(400)
  expect((await wrong.json()).error.message).toContain(t('reply.template.nameLetters'))
  await admin.dispose()
})
