import { MessageSquareText } from 'lucide-react'
import { Notice } from '@/components/ui/feedback/notice'
import { Kbd } from '@/components/ui/kbd'

const KEYS: [string[], string][] = [
  [['J', 'K'], 'move in the list'],
  [['↵'], 'open'],
  [['/'], 'search'],
  [['?'], 'all keys'],
]

/** What stands beside the list while no conversation is open. */
export function EmptyPane() {
  return (
    <div className="hidden min-w-0 flex-1 place-items-center bg-bg md:grid">
      <Notice icon={<MessageSquareText />} title="Open a conversation">
        <p>Pick one on the left. It stays up to date by itself.</p>
        <dl className="mt-5 grid grid-cols-[auto_auto] items-center justify-center gap-x-3 gap-y-2 text-left">
          {KEYS.map(([keys, words]) => (
            <div key={words} className="contents">
              <dt className="flex justify-end gap-1">
                {keys.map((key) => (
                  <Kbd key={key}>{key}</Kbd>
                ))}
              </dt>
              <dd>{words}</dd>
            </div>
          ))}
        </dl>
      </Notice>
    </div>
  )
}
