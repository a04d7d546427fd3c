const here = location.pathname.replace(/\/$/, '')
const log = document.getElementById('log')
const owner = document.getElementById('owner')
const trouble = document.getElementById('trouble')
const composer = document.getElementById('composer')
const message = document.getElementById('message')
let shown = 0

const events = new EventSource(`${here}/events`)
events.onmessage = ({ data }) => show(JSON.parse(data))
events.onerror = () => {
  owner.textContent = 'Connecting…'
}

composer.addEventListener('submit', (event) => {
  event.preventDefault()
  const text = message.value.trim()
  if (!text) return
  message.value = ''
  fitMessage()
  say({ type: 'text', text })
})
composer.addEventListener('click', ({ target }) => {
  const kind = target.closest('[data-kind]')?.dataset.kind
  if (kind) say({ type: 'media', kind })
})
document.getElementById('happening')?.addEventListener('change', async ({ target }) => {
  const what = target.value
  const text = message.value.trim() || undefined
  target.value = ''
  message.value = ''
  fitMessage()
  const answer = await post('happenings', { what, text }).catch(() => undefined)
  trouble.textContent = answer?.ok ? '' : 'This did not happen. Try again.'
})
message.addEventListener('keydown', (event) => {
  // Enter that picks a word of an input method must not send; 229 is how Safari tells it.
  if (event.key !== 'Enter' || event.shiftKey || event.isComposing || event.keyCode === 229) return
  event.preventDefault()
  composer.requestSubmit()
})
message.addEventListener('input', fitMessage)
document.addEventListener('visibilitychange', tellRead)

async function say(action) {
  const answer = await post('messages', action).catch(() => undefined)
  trouble.textContent = answer?.ok ? '' : 'This did not go out. Try again.'
}

function show({ thread, liveChat }) {
  owner.textContent = liveChat ? 'A person answers' : 'Bot answers'
  owner.dataset.owner = liveChat ? 'person' : 'bot'
  const fresh = thread.slice(shown)
  shown = thread.length
  for (const line of fresh) log.append(toBubble(line))
  for (const line of thread) showWords(line)
  keepLastChoices(thread.at(-1))
  if (fresh.length === 0) return
  stayAtEnd()
  tellRead()
}

/** Words may be changed afterwards. */
function showWords({ id, text }) {
  const words = log.querySelector(`[data-line="${CSS.escape(id)}"] .text`)
  if (words && words.textContent !== text) words.textContent = text
}

function stayAtEnd() {
  log.scrollTop = log.scrollHeight
}

function tellRead() {
  if (document.visibilityState === 'visible') post('read', {}).catch(() => undefined)
}

function post(path, body) {
  const headers = { 'Content-Type': 'application/json' }
  return fetch(`${here}/${path}`, { method: 'POST', headers, body: JSON.stringify(body) })
}

function toBubble(line) {
  const bubble = element('div', `bubble ${line.from}`)
  bubble.dataset.line = line.id
  bubble.append(element('span', 'who', WHO[line.from]))
  if (line.media) bubble.append(toMedia(line.media))
  if (line.text) {
    const text = element('p', 'text', line.text)
    text.dir = 'auto'
    bubble.append(text)
  }
  for (const card of line.cards ?? []) bubble.append(toCard(card))
  const time = element(
    'time',
    '',
    new Date(line.at).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' }),
  )
  time.dateTime = new Date(line.at).toISOString()
  bubble.append(time)
  if (line.choices) bubble.append(toChoices(line))
  return bubble
}

const WHO = { member: 'You', bot: 'Bot', agent: 'Agent', relay: 'Relay' }

function toMedia({ kind, url, name }) {
  if (kind === 'image' || kind === 'sticker') {
    const image = element('img', kind)
    image.src = url
    image.alt = name ?? kind
    // A picture gets its height when it is there, and so does a video.
    image.onload = stayAtEnd
    return image
  }
  if (kind === 'video' || kind === 'voice' || kind === 'audio') {
    const player = element(kind === 'video' ? 'video' : 'audio')
    player.src = url
    player.controls = true
    player.preload = 'metadata'
    player.onloadedmetadata = stayAtEnd
    return player
  }
  const link = element('a', 'file', `📄 ${name ?? url}`)
  link.href = url
  link.target = '_blank'
  link.rel = 'noreferrer'
  return link
}

function toCard({ title, text, links }) {
  const card = element('div', 'card')
  if (title) card.append(element('b', 'card-line', title))
  if (text) card.append(element('span', 'card-line', text))
  for (const { title, url } of links) {
    const link = element('a', 'card-line', title)
    link.href = url
    link.target = '_blank'
    link.rel = 'noreferrer'
    card.append(link)
  }
  return card
}

function toChoices({ id, choices }) {
  const group = element('div', 'choices')
  for (const { title, payload, via } of choices) {
    const button = element('button', '', title)
    button.type = 'button'
    button.onclick = () => say({ type: 'tap', title, payload, replyTo: id, via })
    group.append(button)
  }
  return group
}

/** Quick choices stay only while nothing was said after them. */
function keepLastChoices(last) {
  const groups = [...log.querySelectorAll('.choices')]
  const current = last?.choices ? groups.pop() : undefined
  for (const group of groups) if (group !== current) group.remove()
}

function fitMessage() {
  message.style.height = 'auto'
  message.style.height = `${Math.min(message.scrollHeight, 140)}px`
}

function element(tag, className = '', text = '') {
  const made = document.createElement(tag)
  if (className) made.className = className
  if (text) made.textContent = text
  return made
}
