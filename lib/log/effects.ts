import type { JobInsert } from '@/lib/db/jobs'
import type { Effect } from '@/lib/domain/fold/world'

/** A day of tries with graphile-worker's growing pauses: e¹, e², … e¹⁰ seconds, then six hours each. */
const MEDIA_ATTEMPTS_MAX = 14

/** Some minutes: without their picture a member has their initials. */
const PORTRAIT_ATTEMPTS_MAX = 5

/** The jobs that do what the fold asked for. Keys make many wishes for one thing one job. */
export function toJobs(effects: Effect[]): JobInsert[] {
  return effects.map(toJob)
}

function toJob(effect: Effect): JobInsert {
  switch (effect.type) {
    case 'refresh-member':
      return {
        name: 'refresh-member',
        payload: { conversationId: effect.conversationId },
        key: `refresh-member:${effect.conversationId}`,
        runAt: effect.notBefore,
      }
    case 'fetch-media':
      return fetchJob(effect.mediaId)
    case 'fetch-portrait':
      return {
        name: 'fetch-portrait',
        payload: { conversationId: effect.conversationId },
        key: `fetch-portrait:${effect.conversationId}`,
        maxAttempts: PORTRAIT_ATTEMPTS_MAX,
      }
    case 'stop-bot':
      return {
        name: 'stop-bot',
        payload: { conversationId: effect.conversationId },
        key: `stop-bot:${effect.conversationId}`,
        runAt: effect.notBefore,
      }
    case 'tell-closed':
      return {
        name: 'tell-closed',
        payload: { conversationId: effect.conversationId },
        key: `tell-closed:${effect.conversationId}`,
      }
    case 'hand-back-resolved':
      return {
        name: 'hand-back-resolved',
        payload: { conversationId: effect.conversationId },
        key: `hand-back-resolved:${effect.conversationId}`,
      }
    case 'send-replies':
      return sendJob(effect.conversationId, effect.notBefore)
    case 'reply-due':
      return dueJob(effect.conversationId, effect.messageId, effect.at)
  }
}

/** Fetches a file; every job of it has a day of tries. */
export function fetchJob(mediaId: string, runAt?: number): JobInsert<'fetch-media'> {
  return {
    name: 'fetch-media',
    payload: { mediaId },
    key: `fetch-media:${mediaId}`,
    maxAttempts: MEDIA_ATTEMPTS_MAX,
    runAt,
  }
}

/** The outbox of one conversation: its jobs share a queue, so its replies leave one at a time and in order. */
export function sendJob(conversationId: string, runAt?: number): JobInsert<'send-replies'> {
  return {
    name: 'send-replies',
    payload: { conversationId },
    key: `send-replies:${conversationId}`,
    queue: `send-replies:${conversationId}`,
    runAt,
  }
}

/** Looks at a scheduled reply at its time. A job of its own: it must never put off those that wait in the outbox. */
export function dueJob(
  conversationId: string,
  messageId: string,
  runAt: number,
): JobInsert<'reply-due'> {
  return {
    name: 'reply-due',
    payload: { conversationId, messageId },
    key: `reply-due:${messageId}`,
    runAt,
  }
}
