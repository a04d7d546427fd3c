import { HAPPENINGS, type Happening, happensOn } from '../day/happenings'
import { escapeHtml, toHtmlPage } from '../html'
import type { Channel, Member, State } from '../state'

/** `/phone`: everybody, by channel. */
export function phoneListPage({ channels, members }: State): string {
  const sections = channels.map((channel) => {
    const rows = members
      .filter((member) => member.channel === channel.id)
      .map((member) => toRow(channel, member))
    const title = `${escapeHtml(channel.name)} <small>${channel.platform}, ${escapeHtml(channel.externalId)}</small>`
    return `<section><h2>${title}</h2><ul>${rows.join('')}</ul></section>`
  })
  const none =
    '<p>No channel is connected yet. The product connects its channels when it starts.</p>'
  const content = sections.join('') || none
  return toHtmlPage('Phones', `<body class="list"><main><h1>Phones</h1>${content}</main></body>`)
}

/** `/phone/{channel}/{member}`: one member's phone; phone.js fills the log. */
export function phonePage(channel: Channel, member: Member): string {
  const name = member.name ?? member.externalId
  const media = [
    [
      'image',
      'Send a photo',
      'M4 7h3l2-3h6l2 3h3v12H4Z M12 16a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7Z',
    ],
    ['video', 'Send a video', 'M3 6h12v12H3Z M15 10l6-3v10l-6-3Z'],
    [
      'voice',
      'Send a voice message',
      'M12 15a3 3 0 0 0 3-3V6a3 3 0 0 0-6 0v6a3 3 0 0 0 3 3Z M6 11v1a6 6 0 0 0 12 0v-1 M12 18v3',
    ],
    ['document', 'Send a document', 'M6 3h8l4 4v14H6Z M14 3v4h4 M9 12h6 M9 16h6'],
  ].map(
    ([kind, label, outline]) =>
      `<button type="button" data-kind="${kind}" aria-label="${label}" title="${label}">${toIcon(outline ?? '')}</button>`,
  )
  const body = `<body class="phone">
<div class="device">
<header>
<a href="/phone" aria-label="All phones">‹</a>
<div><h1 dir="auto">${escapeHtml(name)}</h1><p>to ${escapeHtml(channel.name)} · ${channel.platform}</p></div>
<p id="owner" role="status"></p>
</header>
<div id="log" role="log" aria-label="Phone" tabindex="0"></div>
<form id="composer">
<div class="media">${media.join('')}</div>
<div class="line"><textarea id="message" rows="1" aria-label="Message" placeholder="Message" dir="auto"></textarea>
<button type="submit">Send</button></div>
<p id="trouble" role="alert"></p>
${toHappenings(channel)}
</form>
</div>
</body>`
  return toHtmlPage(`${name} – phone`, body, '<script src="/phone.js" type="module"></script>')
}

/** What else may happen on this platform; words in the box go with it. */
function toHappenings(channel: Channel): string {
  const options = Object.entries(HAPPENINGS)
    .filter(([what]) => happensOn(channel, what as Happening))
    .map(([what, meaning]) => `<option value="${what}">${escapeHtml(meaning)}</option>`)
  if (options.length === 0) return ''
  return `<select id="happening" aria-label="Something else happens"><option value="">Something else happens…</option>${options.join('')}</select>`
}

/** Drawn rather than written: not every machine has a font with emoji. */
function toIcon(outline: string): string {
  return `<svg viewBox="0 0 24 24" width="22" height="22" aria-hidden="true"><path d="${outline}"/></svg>`
}

function toRow(channel: Channel, member: Member): string {
  const href = `/phone/${encodeURIComponent(channel.id)}/${encodeURIComponent(member.externalId)}`
  const last = member.thread.at(-1)
  const name = escapeHtml(member.name ?? member.externalId)
  const preview = escapeHtml(last?.text ?? last?.media?.kind ?? 'Nothing written yet')
  const mark = member.liveChat ? '<span class="mark">A person answers</span>' : ''
  return `<li><a href="${href}"><b dir="auto">${name}</b>${mark}<span dir="auto">${preview}</span></a></li>`
}
