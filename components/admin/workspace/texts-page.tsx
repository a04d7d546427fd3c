'use client'

import { TextAreaField } from '@/components/ui/form/text-area-field'
import { useTranslator } from '@/lib/i18n/use-translator'
import { ChannelForms } from './channel-forms'
import { MemberTextField } from './member-text-field'
import { keywordsIn, textsWords } from './texts-words'

/** What members are told by itself, and the words that ask for a person. */
export function TextsPage() {
  const { t } = useTranslator()
  return (
    <ChannelForms
      title={t('workspace.texts.title')}
      about={t('workspace.texts.about')}
      show={textsWords}
      form={(settings, change) => (
        <>
          <TextAreaField
            label={t('workspace.texts.keywords')}
            hint={t('workspace.texts.keywordsHint')}
            defaultValue={settings.handOverKeywords.join('\n')}
            onChange={(event) =>
              change({ handOverKeywords: keywordsIn(event.currentTarget.value) })
            }
          />
          {TEXTS.map(({ name, label, hint }) => (
            <MemberTextField
              key={name}
              label={t(label)}
              hint={t(hint)}
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
    label: 'workspace.texts.agentIdle',
    hint: 'workspace.texts.agentIdleHint',
  },
  {
    name: 'memberIdleText',
    label: 'workspace.texts.memberIdle',
    hint: 'workspace.texts.memberIdleHint',
  },
  {
    name: 'closedText',
    label: 'workspace.texts.closed',
    hint: 'workspace.texts.closedHint',
  },
] as const
