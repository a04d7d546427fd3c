import { between, pick, type Random, seededRandom, seedFor } from '../random'
import type { DayProgress, StoryProgress } from '../state'
import { getStory, STORIES } from './stories'
import type { Story, StoryLine } from './story'

export interface Turn {
  /** How long nobody begins anything before it. */
  waitMs: number
  externalId: string
}

const TURN_MS = { min: 8_000, max: 25_000 }
const ANSWER_MS = { min: 3_000, max: 8_000 }
const READ_MS = { min: 1_000, max: 2_000 }

/**
 * Who writes when, and what: nothing here knows a clock or a network, so the same seed and the same progress give the
 * same day. Progress is kept in `progress`, which survives a restart.
 */
export function createDayScript(seed: number, progress: DayProgress) {
  const turns = skip(seededRandom(seed), progress.turns)
  const reactions = new Map<string, Random>()

  function reactionsOf(externalId: string): Random {
    const known = reactions.get(externalId) ?? seededRandom(seedFor(seed, externalId))
    reactions.set(externalId, known)
    return known
  }

  return {
    /** The lines of the opening history, in the order they were said: people take turns, each keeps their own order. */
    history(): { externalId: string; line: StoryLine }[] {
      const random = seededRandom(seedFor(seed, 'history'))
      const left = STORIES.filter((story) => story.history > 0).map((story) => ({
        story,
        spoken: 0,
      }))
      const lines: { externalId: string; line: StoryLine }[] = []
      while (left.length > 0) {
        const one = pick(random, left)
        const { externalId, script, history } = one.story
        const line = script[one.spoken++]
        if (line !== undefined) lines.push({ externalId, line })
        storyProgressOf(progress, externalId).script = one.spoken
        if (one.spoken >= history) left.splice(left.indexOf(one), 1)
      }
      return lines
    },

    nextTurn(): Turn {
      progress.turns += 1
      return drawTurn(turns)
    },

    /** What they say unasked; undefined when they have said enough and wait in silence. */
    nextLine(externalId: string, liveChat: boolean): StoryLine | undefined {
      const progressOfStory = storyProgressOf(progress, externalId)
      const story = getStory(externalId)
      const line = story.script[progressOfStory.script]
      if (liveChat && (line === undefined || !makesSenseToAPerson(line)))
        return waitingLine(story, progressOfStory)
      if (line === undefined) return startAgain(story, progressOfStory)
      progressOfStory.script += 1
      return line
    },

    /** What they say to an agent's reply; undefined once they have said thank you. */
    nextAnswer(externalId: string): StoryLine | undefined {
      const progressOfStory = storyProgressOf(progress, externalId)
      const story = getStory(externalId)
      progressOfStory.waiting = story.waiting.length
      return story.answers[progressOfStory.answers++]
    },

    /** How long they take to read a reply and then to answer it, in ms. */
    pauses(externalId: string): { readMs: number; answerMs: number } {
      const random = reactionsOf(externalId)
      return {
        readMs: between(random, READ_MS.min, READ_MS.max),
        answerMs: between(random, ANSWER_MS.min, ANSWER_MS.max),
      }
    },
  }
}

export type DayScript = ReturnType<typeof createDayScript>

function drawTurn(random: Random): Turn {
  const waitMs = between(random, TURN_MS.min, TURN_MS.max)
  return { waitMs, externalId: pick(random, STORIES).externalId }
}

function skip(random: Random, turns: number): Random {
  for (let turn = 0; turn < turns; turn++) drawTurn(random)
  return random
}

function storyProgressOf(progress: DayProgress, externalId: string): StoryProgress {
  const progressOfStory = progress.stories[externalId] ?? { script: 0, waiting: 0, answers: 0 }
  progress.stories[externalId] = progressOfStory
  return progressOfStory
}

/** A tap on the bot's buttons or a bare order number makes no sense to a person. */
function makesSenseToAPerson(line: StoryLine): boolean {
  return typeof line === 'string' ? !/^HK-\d+$/.test(line) : 'media' in line
}

function waitingLine(story: Story, progressOfStory: StoryProgress): StoryLine | undefined {
  return story.waiting[progressOfStory.waiting++]
}

/** They come back another time with the same kind of worry. */
function startAgain(story: Story, progressOfStory: StoryProgress): StoryLine | undefined {
  Object.assign(progressOfStory, { script: 1, waiting: 0, answers: 0 })
  return story.script[0]
}
