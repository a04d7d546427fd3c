'use client'

import { TextAreaField } from '@/components/ui/form/text-area-field'
import { ChannelForms } from './channel-forms'
import { MemberTextField } from './member-text-field'
import { keywordsIn, textsWords } from './texts-words'

/** What members are told by itself, and the words that ask for a person. */
export function TextsPage() {
  return (
    <ChannelForms
      title="Automatic messages"
      about="What members are told by itself, and the words that ask for a person."
      show={textsWords}
      form={(settings, change) => (
        <>
          <TextAreaField
            label="Words that ask for a person"
            hint="One a line. A message that says one of these, or a button that carries it, makes the conversation wait. Case doesn’t matter."
            defaultValue={settings.handOverKeywords.join('\n')}
            onChange={(event) =>
              change({ handOverKeywords: keywordsIn(event.currentTarget.value) })
            }
          />
          {TEXTS.map(({ name, label, hint }) => (
            <MemberTextField
              key={name}
              label={label}
              hint={hint}
              value={settings[name]}
              onChange={(texts) => change({ [name]: texts })}
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
