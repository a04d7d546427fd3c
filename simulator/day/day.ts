import { setTimeout as sleepFor } from 'node:timers/promises'
import { memberSays } from '../member-says'
import type { World } from '../simulated-world'
import type { Member } from '../state'
import type { MemberAction } from '../wire/member-action'
import { memberReads } from '../wire/report-receipts'
import { CAST } from './cast'
import { createDayScript, type DayScript } from './day-script'
import { ensureMember } from './members'
import type { StoryLine } from './story'

interface DayOptions {
  /** Play the opening history first, unless it was played before. */
  history: boolean
  /** 2 is twice as fast. */
  pace: number
  /** How far back the history reaches. Beyond two minutes the inbox rightly calls its lines late. */
  historyMinutes: number
}

export interface DayPlayer {
  /** Resolves when the history is told; the day then goes on by itself. */
  start(options: DayOptions): Promise<void>
  stop(): Promise<void>
}

/** Waits, and rejects when the day is stopped meanwhile. */
export type Sleep = (ms: number, signal: AbortSignal) => Promise<unknown>

const sleepReally: Sleep = (ms, signal) => sleepFor(ms, undefined, { signal })

/** Plays the scripted day: every 8 to 25 seconds somebody writes, and whom an agent answers, answers back. */
export function createDay(world: World, sleep: Sleep = sleepReally): DayPlayer {
  let stopping: AbortController | undefined
  let playing: Promise<void> = Promise.resolve()

  async function stop() {
    stopping?.abort()
    stopping = undefined
    await playing
  }

  async function start({ history, pace, historyMinutes }: DayOptions) {
    await stop()
    const script = createDayScript(world.seed, world.state.day)
    const controller = new AbortController()
    stopping = controller
    const stage: Stage = {
      world,
      script,
      signal: controller.signal,
      wait: (ms) => sleep(ms / pace, controller.signal),
    }
    if (history && !world.state.day.historyPlayed) await playHistory(stage, historyMinutes)
    const stopAnswering = answerAgents(stage)
    playing = playTurns(stage).finally(stopAnswering)
  }
  return { start, stop }
}

interface Stage {
  world: World
  script: DayScript
  signal: AbortSignal
  /** Waits at the day's pace; rejects when the day ends. */
  wait(ms: number): Promise<unknown>
}

async function playHistory({ world, script, signal }: Stage, minutes: number) {
  const lines = script.history()
  const span = minutes * 60_000
  const start = world.now() - span
  for (const [index, { externalId, line }] of lines.entries()) {
    if (signal.aborted) return
    const member = memberAtHome(world, externalId)
    const at = Math.round(start + (span * index) / lines.length)
    if (member) await memberSays(world, member, toMemberAction(line), { at })
  }
  world.state.day.historyPlayed = true
  world.save()
}

async function playTurns({ world, script, signal, wait }: Stage) {
  while (!signal.aborted) {
    const { waitMs, externalId } = script.nextTurn()
    await wait(waitMs).catch(() => {})
    const member = memberAtHome(world, externalId)
    if (signal.aborted || !member) continue
    const line = script.nextLine(externalId, member.liveChat)
    if (line !== undefined) await memberSays(world, member, toMemberAction(line))
  }
}

/** Everybody reads a reply after a second or two and answers it, once, however many replies came meanwhile. */
function answerAgents(stage: Stage): () => void {
  const busy = new Set<string>()
  return stage.world.watch(({ member, line }) => {
    if (line?.from !== 'agent' || busy.has(member.id) || !isAtHome(stage.world, member)) return
    busy.add(member.id)
    answer(stage, member)
      // The day ended while they were typing.
      .catch(() => {})
      .finally(() => busy.delete(member.id))
  })
}

async function answer({ world, script, wait }: Stage, member: Member) {
  const { readMs, answerMs } = script.pauses(member.externalId)
  await wait(readMs)
  memberReads(world, member)
  await wait(answerMs - readMs)
  memberReads(world, member)
  const line = script.nextAnswer(member.externalId)
  if (line !== undefined) await memberSays(world, member, toMemberAction(line))
}

/** Where several channels share a platform, each person of the cast has one they write to. */
function memberAtHome(world: World, externalId: string): Member | undefined {
  const index = CAST.findIndex((person) => person.externalId === externalId)
  const channels = world.state.channels.filter(({ platform }) => platform === CAST[index]?.platform)
  const home = channels[index % channels.length]
  return home && ensureMember(world, home, externalId)
}

function isAtHome(world: World, member: Member): boolean {
  return memberAtHome(world, member.externalId)?.id === member.id
}

function toMemberAction(line: StoryLine): MemberAction {
  if (typeof line === 'string') return { type: 'text', text: line }
  if ('tap' in line) return { type: 'tap', title: line.title, payload: line.tap }
  return { type: 'media', kind: line.media, piece: line.piece, caption: line.caption }
}
