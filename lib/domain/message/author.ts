import { type Reason, reason } from '@/lib/i18n/reason'

/** `phone`: a person of ours in the platform's app; `page`: in the platform's own inbox of the page. */
const AUTHORS = ['member', 'bot', 'agent', 'api', 'relay', 'phone', 'page'] as const
export type Author = (typeof AUTHORS)[number]

/** What authors are called on screen who are neither the member nor somebody with a name. */
export const AUTHOR_NAMES: Record<Exclude<Author, 'member' | 'agent'>, Reason> = {
  bot: reason('message.author.bot'),
  api: reason('message.author.api'),
  relay: reason('message.author.relay'),
  phone: reason('message.author.phone'),
  page: reason('message.author.page'),
}

/** What everybody on our side is called, an agent without a name among them. */
export const OUR_NAMES: Record<Exclude<Author, 'member'>, Reason> = {
  ...AUTHOR_NAMES,
  agent: reason('message.author.agent'),
}
