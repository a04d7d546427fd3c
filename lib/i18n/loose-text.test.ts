import { expect, test } from 'vitest'
import { sources } from '../testing-tree'
import { looseTextsIn } from './testing-loose-text'

/** Where people's words are made. The command line, the simulator and benches speak English. */
const FOR_PEOPLE = /^(?:app|components|lib\/(?:admin|auth|client|domain|http|inbox|jobs|view))\//

/** Files whose texts are no words of the screen, each with its reason. */
const EXEMPT: Record<string, string> = {
  'app/global-error.tsx': 'stands in when even the layout failed, so it brings its words along',
  'lib/http/stream/stream-request.ts': 'headers',
  'app/api/me/password/route.ts': 'what the security log says',
  'app/api/admin/audit/export/route.ts': 'headers',
  'components/admin/people/profile/settings-card.tsx': 'a name of the browser',
  'components/inbox/media/gallery/gallery-tile.tsx': 'names of styles',
  'lib/admin/people/first-admin.ts': 'the name of the first admin, which they change',
  'lib/auth/cookies.ts': 'headers',
  'lib/auth/session-token.ts': 'what a key is derived for',
  'lib/auth/sign-in.ts': 'what the security log says',
  'lib/auth/throttle.ts': 'names of counters',
  'lib/client/browser/kept-here.ts': 'names in the browser’s storage',
  'lib/client/browser/own-storage.ts': 'names in the browser’s storage',
  'lib/client/live/live-tabs.ts': 'names of locks and channels between tabs',
  'lib/client/people/person-tabs.ts': 'names of locks and channels between tabs',
  'lib/client/people/ringing.ts': 'names of locks and channels between tabs',
  'lib/client/people/use-notifier.ts': 'a name of the browser',
  'lib/client/reply/attachments/blob-shelf.ts': 'names in the browser’s storage',
  'lib/domain/channel/channel.ts': 'names of platforms',
  'lib/http/guard/client-address.ts': 'a line of the log',
  'lib/http/guard/may-scrape.ts': 'headers',
  'lib/http/guard/page-policy.ts': 'headers',
  'lib/http/media/serve-avatar.ts': 'headers',
  'lib/http/media/serve-bytes.ts': 'headers',
  'lib/http/webhook/answer-delivery.ts': 'answers to Stella, which are English',
  'lib/http/webhook/answer-socket.ts': 'answers to Stella, which are English',
  'lib/http/webhook/delivery-body.ts': 'answers to Stella, which are English',
  'lib/http/webhook/webhook-path.ts': 'headers',
  'lib/inbox/log/receive-event.ts': 'answers to Stella, which are English',
  'lib/inbox/reply/tell-closed.ts': 'a part of an id',
}

test('every text that people read is in a catalogue', () => {
  const loose = sources
    .filter((file) => FOR_PEOPLE.test(file) && !(file in EXEMPT))
    .flatMap((file) => looseTextsIn(file).map(({ line, text }) => `${file}:${line}: ${text}`))
  expect(loose).toEqual([])
})

test('every exempt file still has such a text', () => {
  expect(Object.keys(EXEMPT).filter((file) => looseTextsIn(file).length === 0)).toEqual([])
})
