import { describe, expect, test } from 'vitest'
import { linesIn, markupOf } from '@/components/ui/testing-markup'
import { DEFAULT_CHANNEL_SETTINGS } from '@/lib/domain/channel/channel-settings'
import type { ApiFinding } from '@/lib/domain/channel/connection'
import type { LabVerdict } from '@/lib/domain/channel/signature-lab'
import type { TemplateInput } from '@/lib/domain/reply/template'
import type { ChannelView } from '@/lib/view/channel-view'
import { ChannelRow } from './channel-row'
import { ProbeList } from './connections/probe-list'
import { LabAnswer } from './lab-answer'
import { StepList } from './step-list'
import { TemplateFields } from './templates/template-fields'

test('the signature lab says in words of each step whether it fits', () => {
  const result: LabVerdict = {
    accepted: false,
    steps: [
      { id: 'header', name: 'Header', state: 'ok', text: 'It has a value.' },
      { id: 'signature', name: 'Signature', state: 'differs', text: 'It is of another secret.' },
      { id: 'bytes', name: 'Bytes', state: 'unknown', text: 'Nothing fits.' },
    ],
  }
  expect(linesIn(markupOf(<LabAnswer result={result} />))).toEqual([
    'This webhook is rejected.',
    'Header matches. It has a value.',
    'Signature differs. It is of another secret.',
    'Bytes can’t be checked. Nothing fits.',
  ])
})

describe('what the APIs of a connection answered', () => {
  const probe = (state: ApiFinding['state']): ApiFinding => ({
    id: 'sendReply',
    api: state,
    scope: '',
    state,
    text: 'So it said.',
  })
  const heading = (...states: ApiFinding['state'][]) =>
    linesIn(markupOf(<ProbeList probes={states.map(probe)} />))[0]

  test('counts what needs a look, and not what nobody can ask', () => {
    expect(heading('answers', 'no-token', 'unchecked')).toBe('1 of 3 needs attention.')
    expect(heading('answers', 'unchecked')).toBe('All APIs that can be checked answer.')
  })

  test('says nothing of a dialect that was not told', () => {
    const lines = linesIn(
      markupOf(<ProbeList probes={[{ ...probe('answers'), dialect: 'woztell' }]} />),
    )
    expect(lines).toContain('So it said. Uses woztell.')
    expect(markupOf(<ProbeList probes={[probe('answers')]} />)).not.toContain('Uses')
  })
})

test('of the three steps the one in hand is told to who can’t see it', () => {
  const html = markupOf(<StepList current={2} />)
  expect(linesIn(html)).toEqual(['Details', '2Secret', '3Webhook address'])
  expect(html.match(/aria-current="step"/g)).toHaveLength(1)
})

test('a channel in the list says first that it is silent, then that deliveries are turned away', () => {
  const channel: ChannelView = {
    id: 'hk',
    name: 'Shop HK',
    platform: 'whatsapp',
    connection: { id: 'c', name: 'Stella' },
    stellaId: 's',
    externalId: '85260903521',
    dialect: 'stella',
    settings: DEFAULT_CHANNEL_SETTINGS,
    authorized: true,
    paused: false,
    connectedAt: '2026-11-01T09:00:00Z',
    webhookUrl: 'https://inbox.test/webhook',
    silence: { state: 'usual' },
    rejected: { today: 1, week: 2 },
  }
  expect(markupOf(<ChannelRow channel={channel} />)).toContain('with a wrong signature today')
  const silent = { state: 'silent', hours: 3, usual: 20, weeks: 4 } as const
  const html = markupOf(<ChannelRow channel={{ ...channel, silence: silent }} />)
  expect(html).toContain('No webhooks for 3 hours.')
  expect(html).not.toContain('wrong signature')
})

describe('the form of a template asks', () => {
  const template: TemplateInput = {
    name: 'parcel',
    language: 'en',
    body: 'Hello',
    footer: undefined,
    buttons: [],
  }
  const read = (more: Partial<TemplateInput>) =>
    linesIn(
      markupOf(<TemplateFields draft={{ ...template, ...more }} onChange={() => undefined} />),
    )

  test('for the words of a header only where it has some', () => {
    expect(read({ header: { format: 'text', text: '' } })).toContain('Header text')
    expect(read({ header: { format: 'image' } })).not.toContain('Header text')
    expect(read({})).not.toContain('Header text')
  })

  test('for the address of a button only where it is a link', () => {
    const link = { type: 'link', title: 'Track it', url: 'https://shop.test/{{1}}' } as const
    const lines = read({ buttons: [{ type: 'answer', title: 'Thanks' }, link] })
    expect(lines).toContain('URL of button 2')
    expect(lines).not.toContain('URL of button 1')
  })
})
