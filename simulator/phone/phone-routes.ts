import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { HAPPENINGS, type Happening, happensOn, letHappen } from '../day/happenings'
import { channelOfMember, findMember } from '../day/members'
import { faultsIn } from '../faults'
import { faultsOfMember, memberSays } from '../member-says'
import {
  type Answer,
  type Call,
  type Handler,
  html,
  type Route,
  readJsonBody,
  toJsonAnswer,
} from '../router'
import type { World } from '../simulated-world'
import type { Member } from '../state'
import { memberActionSchema } from '../wire/member-action'
import { memberReads } from '../wire/report-receipts'
import { phoneListPage, phonePage } from './pages'

const PHONE = '/phone/:channel/:member'

/** The phones of the cast: a page to play a member by hand. */
export function phoneRoutes(world: World): Route[] {
  return [
    { method: 'GET', pattern: '/phone', handler: () => html(phoneListPage(world.state)) },
    { method: 'GET', pattern: '/phone.css', handler: file('phone.css', 'text/css') },
    { method: 'GET', pattern: '/phone.js', handler: file('phone.js', 'text/javascript') },
    {
      method: 'GET',
      pattern: PHONE,
      handler: ofMember(world, (member) => html(phonePage(channelOfMember(world, member), member))),
    },
    {
      method: 'GET',
      pattern: `${PHONE}/events`,
      handler: ofMember(world, (member, call) => stream(world, member, call)),
    },
    {
      method: 'POST',
      pattern: `${PHONE}/messages`,
      handler: ofMember(world, (member, call) => post(world, member, call)),
    },
    {
      method: 'POST',
      pattern: `${PHONE}/happenings`,
      handler: ofMember(world, (member, call) => happens(world, member, call)),
    },
    {
      method: 'POST',
      pattern: `${PHONE}/read`,
      handler: ofMember(world, (member) => {
        memberReads(world, member)
        return toJsonAnswer(200, { ok: 1 })
      }),
    },
  ]
}

function ofMember(
  world: World,
  work: (member: Member, call: Call) => Answer | undefined | Promise<Answer>,
): Handler {
  return (call) => {
    const member = findMember(world, call.params.channel ?? '', call.params.member ?? '')
    return member ? work(member, call) : { status: 404, body: 'Nobody with this phone is known.' }
  }
}

/** The whole thread at first and after each change: a phone holds little, and a reconnect needs no cursor. */
function stream(world: World, member: Member, { response }: Call): undefined {
  response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-cache' })
  const show = () => {
    const { thread, liveChat } = member
    response.write(`data: ${JSON.stringify({ thread, liveChat })}\n\n`)
  }
  show()
  const stopWatching = world.watch((change) => {
    if (change.member === member) show()
  })
  response.on('close', stopWatching)
}

async function post(world: World, member: Member, { bytes }: Call): Promise<Answer> {
  const action = memberActionSchema.safeParse(readJsonBody(bytes))
  if (!action.success)
    return toJsonAnswer(400, { ok: 0, error: { message: z.prettifyError(action.error) } })
  const names = action.data.type === 'text' ? faultsIn(action.data.text) : []
  await memberSays(world, member, action.data, { faults: faultsOfMember(world, member, names) })
  return toJsonAnswer(200, { ok: 1 })
}

const happening = z.object({
  what: z.enum(Object.keys(HAPPENINGS) as [Happening, ...Happening[]]),
  text: z.string().min(1).optional(),
})

function happens(world: World, member: Member, { bytes }: Call): Answer {
  const asked = happening.safeParse(readJsonBody(bytes))
  if (!asked.success || !happensOn(channelOfMember(world, member), asked.data.what))
    return toJsonAnswer(400, { ok: 0, error: { message: 'That does not happen here.' } })
  letHappen(world, member, asked.data.what, asked.data.text)
  return toJsonAnswer(200, { ok: 1 })
}

function file(name: string, type: string): Handler {
  return async () => ({
    status: 200,
    headers: { 'Content-Type': `${type}; charset=utf-8` },
    body: await readFile(new URL(`./${name}`, import.meta.url)),
  })
}
