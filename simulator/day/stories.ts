import { OTHER_STORIES } from './other-stories'
import type { Story } from './story'
import { WHATSAPP_STORIES } from './whatsapp-stories'

export const STORIES: readonly Story[] = [...WHATSAPP_STORIES, ...OTHER_STORIES]

/** The story of a person; a typo in an id throws. */
export function getStory(externalId: string): Story {
  const story = STORIES.find((story) => story.externalId === externalId)
  if (!story) throw new Error(`Nobody of the cast is called ${externalId}.`)
  return story
}
