'use client'

import { TextAreaField } from '@/components/ui/form/text-area-field'
import type { ChannelSettings } from '@/lib/domain/channel/channel-settings'
import { ChannelForms } from './channel-forms'

/** What members are told by itself, and the words that ask for a person. */
export function TextsPage() {
  return (
    <ChannelForms
      title="Automatic messages"
      about="What members are told by itself, and the words that ask for a person."
      show={toWords}
      form={(settings, change) => (
        <>
          <TextAreaField
            label="Words that ask for a person"
            hint="One a line. A message that says one of these, or a button that carries it, makes the conversation wait. Case doesn’t matter."
            defaultValue={settings.handOverKeywords.join('\n')}
            onChange={(event) => change({ handOverKeywords: toLines(event.currentTarget.value) })}
          />
          {TEXTS.map(({ name, label, hint }) => (
            <TextAreaField
              key={name}
              label={label}
              hint={hint}
              rows={2}
              defaultValue={settings[name]}
              onChange={(event) =>
                change({ [name]: event.currentTarget.value.trim() || undefined })
              }
            />
          ))}
        </>
      )}
    />
  )
}

/** What the inbox says by itself. */
const TEXTS = [
  {
    name: 'agentIdleText',
    label: 'When no agent replies in time',
    hint: 'Told to the member when the timer hands back to the bot. Empty: nothing.',
  },
  {
    name: 'memberIdleText',
    label: 'When the member wrote nothing for too long',
    hint: 'Told to the member when the timer resolves the conversation. Empty: nothing.',
  },
  {
    name: 'closedText',
    label: 'When somebody waits outside business hours',
    hint: 'Told once, until it opens again, to a member who begins to wait, or whose agent has gone home. Empty: nothing.',
  },
] as const

function toLines(text: string): string[] {
  return text.split('\n').flatMap((line) => line.trim() || [])
}

function toWords(settings: ChannelSettings): string {
  const { handOverKeywords, agentIdleText, memberIdleText, closedText } = settings
  return [
    `Words: ${handOverKeywords.join(', ') || 'none'}`,
    `No agent replied in time: ${agentIdleText ?? 'nothing'}`,
    `The member wrote nothing: ${memberIdleText ?? 'nothing'}`,
    `Outside business hours: ${closedText ?? 'nothing'}`,
  ].join('\n')
}
