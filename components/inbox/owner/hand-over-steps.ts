import type { BotStep } from '@/lib/domain/owner/hand-over'
import type { Said } from '@/lib/i18n/reason'

/** So many lines above the card stand on the same screen as the card: what they say needs no second telling. */
const LINES_IN_SIGHT = 8

/** The steps with the bot as far as their bubbles are not right above the card, oldest first. */
export function stepsOutOfSight(steps: BotStep[]): BotStep[] {
  let inSight = LINES_IN_SIGHT
  const without = (lines: Said[]) => {
    const kept = lines.slice(0, Math.max(0, lines.length - inSight))
    inSight -= lines.length - kept.length
    return kept
  }
  return steps
    .toReversed()
    .map(({ bot, answers }) => {
      const answersAbove = without(answers)
      return { bot: without(bot), answers: answersAbove }
    })
    .filter(({ bot, answers }) => bot.length + answers.length > 0)
    .reverse()
}
