/** `phone`: a person of ours in the platform's app; `page`: in the platform's own inbox of the page. */
const AUTHORS = ['member', 'bot', 'agent', 'api', 'relay', 'phone', 'page'] as const
export type Author = (typeof AUTHORS)[number]

/** What authors are called on screen who are neither the member nor somebody with a name. */
export const AUTHOR_NAMES: Record<Exclude<Author, 'member' | 'agent'>, string> = {
  bot: 'Bot',
  api: 'API',
  relay: 'Relay',
  phone: 'Phone app',
  page: 'Page inbox',
}
