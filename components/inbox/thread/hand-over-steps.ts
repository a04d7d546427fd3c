import type { BotStep } from '@/lib/domain/hand-over'

/** So many lines above the card stand on the same screen as the card: what they say needs no second telling. */
const LINES_IN_SIGHT = 8

/** The steps with the bot whose bubbles are not right above the card, oldest first. */
export function stepsOutOfSight(steps: BotStep[]): BotStep[] {
  let lines = 0
  const last = steps.findLastIndex(({ bot, answers }) => {
    lines += bot.length + answers.length
    return lines > LINES_IN_SIGHT
  })
  return steps.slice(0, last + 1)
}
