import { HAPPENINGS } from './day/happenings'
import { FAULTS } from './faults'
import { escapeHtml, toHtmlPage } from './html'
import { HOSTILE } from './media/hostile'
import type { State } from './state'

/** `/`: what this is, the phones, and how to ask for trouble. */
export function indexPage({ channels, members }: State): string {
  const waiting = members.filter((member) => member.liveChat).length
  const faults = Object.entries(FAULTS).map(
    ([name, meaning]) =>
      `<tr><td><code>fail:${name}</code></td><td>${escapeHtml(meaning)}</td></tr>`,
  )
  const hostile = Object.entries(HOSTILE).map(
    ([name, meaning]) => `<tr><td><code>${name}</code></td><td>${escapeHtml(meaning)}</td></tr>`,
  )
  const happenings = Object.entries(HAPPENINGS).map(
    ([name, meaning]) => `<tr><td><code>${name}</code></td><td>${escapeHtml(meaning)}</td></tr>`,
  )
  return toHtmlPage(
    'A stand-in Stella',
    `<body class="list"><main>
<h1>A stand-in Stella</h1>
<p>It answers Stella's documented APIs, posts signed webhooks, runs a small bot and plays the members.</p>
<p>${channels.length} channels, ${members.length} members, ${waiting} of them with a person. <a href="/phone">Play a member on the phone</a>.</p>
<h2>Trouble on request</h2>
<p>Write one of these in a reply and that reply fails so. In a member's message, duplicate and shuffle act on that
message, the rest on the next reply to that member. <code>POST /control/faults</code> asks for the next n calls, <code>PUT /control/limit</code> gives every token so many calls in so many seconds.</p>
<table><thead><tr><th>Text</th><th>What happens</th></tr></thead><tbody>${faults.join('')}</tbody></table>
<h2>What goes on past Stella</h2>
<p>Each phone has a list of them; <code>POST /control/happenings</code> with <code>channel</code>, <code>member</code> and <code>what</code> does the same.</p>
<table><thead><tr><th>What</th><th>What happens</th></tr></thead><tbody>${happenings.join('')}</tbody></table>
<h2>Files that mean harm</h2>
<p><code>POST /control/say</code> with <code>"media": "image"</code> and one of these as <code>"piece"</code> sends a photo of that kind.</p>
<table><thead><tr><th>Piece</th><th>What it is</th></tr></thead><tbody>${hostile.join('')}</tbody></table>
<h2>APIs</h2>
<table><tbody>
<tr><td>Bot API</td><td><code>POST /sendResponses</code>, <code>/sendResponse</code>, <code>/redirectMemberToNode</code></td></tr>
<tr><td>REST API</td><td><code>/vnext/rest/member</code>, <code>/vnext/rest/member/live_chat</code>, <code>/vnext/rest/integration</code>, <code>/vnext/rest/integrations</code></td></tr>
<tr><td>File API</td><td><code>/vnext/file/whatsapp/:mediaId?channel=</code></td></tr>
</tbody></table>
</main></body>`,
  )
}
