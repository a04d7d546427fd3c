'use client'

import { useViewer } from '@/lib/client/people/use-viewer'
import { type CannedReply, fillVariables, unfilledBecause } from '@/lib/domain/reply/canned-reply'
import { useTranslator } from '@/lib/i18n/use-translator'

/** What a member would read, with an example of each variable. */
export function CannedPreview({ texts }: Pick<CannedReply, 'texts'>) {
  const { t, say } = useTranslator()
  const viewer = useViewer()
  const example = {
    'member.name': t('workspace.canned.exampleName'),
    'member.firstName': t('workspace.canned.exampleFirstName'),
    'member.id': '85291234567',
    'member.email': 'mei@example.com',
    'agent.name': viewer.name,
    'channel.name': t('workspace.canned.exampleChannel'),
  }
  const written = texts.filter(({ text }) => text.trim() !== '')
  if (written.length === 0) return null
  return (
    <section aria-label={t('workspace.canned.preview')} className="rounded-control bg-sunken p-3">
      <h3 className="mb-2 text-meta font-semibold text-muted">{t('workspace.canned.preview')}</h3>
      <div className="flex flex-col items-end gap-2">
        {written.map(({ language, text }, index) => {
          const filled = fillVariables(text, example)
          const unfilled = unfilledBecause(filled)
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a language may be typed twice for a moment.
            <div key={index} className="max-w-[85%]">
              <p
                dir="auto"
                className="rounded-bubble bg-accent px-3 py-2 [overflow-wrap:anywhere] whitespace-pre-wrap text-accent-text"
              >
                {filled}
              </p>
              <p className="text-right text-meta text-muted">
                {unfilled ? say(unfilled) : language}
              </p>
            </div>
          )
        })}
      </div>
    </section>
  )
}
