import type { Role } from '@/lib/domain/people/role'

export const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const
type Method = (typeof METHODS)[number]

/** Who may use a method of a route: everybody, or people from a role on. */
type Needs = 'anyone' | Role
type Row = Partial<Record<Method, Needs>>

const anyone: Row = { GET: 'anyone' }

/**
 * Every route handler of the build and who may use it, by method; a method that isn't named answers 405. The test
 * fails when a route is missing here, so a new route is decided on before it is merged.
 */
export const ROUTES: Record<string, Row> = {
  '/api/auth/[...nextauth]': { GET: 'anyone', POST: 'anyone' },
  '/api/webhooks/[channelId]': { POST: 'anyone' },
  '/api/setup': { POST: 'anyone' },
  '/api/join': { POST: 'anyone' },
  '/api/health': anyone,
  '/api/ready': anyone,
  '/metrics': anyone,
  '/api/files/[token]': anyone,
  '/api/[[...unknown]]': {
    GET: 'anyone',
    POST: 'anyone',
    PUT: 'anyone',
    PATCH: 'anyone',
    DELETE: 'anyone',
  },

  '/api/conversations': { GET: 'agent' },
  '/api/conversations/counts': { GET: 'agent' },
  '/api/conversations/[id]': { GET: 'agent' },
  '/api/conversations/[id]/messages': { GET: 'agent', POST: 'agent' },
  '/api/conversations/[id]/messages/[messageId]/delivery': { PUT: 'agent' },
  '/api/conversations/[id]/messages/[messageId]/passport': { GET: 'agent' },
  '/api/conversations/[id]/live-chat': { PUT: 'agent' },
  '/api/conversations/[id]/read': { PUT: 'agent' },
  '/api/conversations/[id]/status': { PUT: 'agent' },
  '/api/conversations/[id]/assignee': { PUT: 'agent' },
  '/api/conversations/[id]/bot-nodes': { GET: 'agent' },
  '/api/conversations/[id]/hand-over': { GET: 'agent' },
  '/api/conversations/[id]/tags': { PUT: 'agent' },
  '/api/tags': { GET: 'agent' },
  '/api/colleagues': { GET: 'agent' },
  '/api/channels': { GET: 'agent' },
  '/api/conversations/[id]/scheduled': { GET: 'agent' },
  '/api/conversations/[id]/templates': { GET: 'agent' },
  '/api/conversations/[id]/messages/[messageId]/schedule': { PUT: 'agent' },
  '/api/outbox': { GET: 'agent', PUT: 'agent' },
  '/api/outages': { GET: 'agent' },
  '/api/media/[id]': { GET: 'agent' },
  '/api/media/[id]/thumbnail': { GET: 'agent' },
  '/api/media/[id]/fetch': { PUT: 'agent' },
  '/api/conversations/[id]/media': { GET: 'agent' },
  '/api/members/[id]/picture': { GET: 'agent' },
  '/api/uploads': { POST: 'agent' },
  '/api/uploads/[id]': { GET: 'agent', DELETE: 'agent' },
  '/api/stream': { GET: 'agent' },
  '/api/agents/[id]/avatar': { GET: 'agent' },
  '/api/canned-replies': { GET: 'agent' },

  '/api/me': { GET: 'agent', PUT: 'agent' },
  '/api/me/settings': { GET: 'agent', PUT: 'agent' },
  '/api/me/password': { PUT: 'agent' },
  '/api/me/sessions': { DELETE: 'agent' },
  '/api/me/avatar': { PUT: 'agent', DELETE: 'agent' },

  '/api/admin/events': { GET: 'admin' },
  '/api/admin/events/[id]': { GET: 'admin' },
  '/api/admin/events/[id]/inspection': { GET: 'admin' },
  '/api/admin/events/replay': { POST: 'admin' },
  '/api/admin/events/summary': { GET: 'supervisor' },
  '/api/admin/connections': { GET: 'admin', POST: 'admin' },
  '/api/admin/connections/[id]': { PUT: 'admin', DELETE: 'admin' },
  '/api/admin/connections/[id]/check': { POST: 'admin' },
  '/api/admin/connections/[id]/integrations': { GET: 'admin', PUT: 'admin' },
  '/api/admin/connections/[id]/integrations/[integrationId]': { PUT: 'admin', DELETE: 'admin' },
  '/api/admin/channels': { GET: 'admin', POST: 'admin' },
  '/api/admin/channels/[id]': { GET: 'admin', PUT: 'admin' },
  '/api/admin/channels/[id]/paused': { PUT: 'admin' },
  '/api/admin/channels/[id]/connected': { PUT: 'admin' },
  '/api/admin/channels/[id]/secrets': { POST: 'admin' },
  '/api/admin/channels/[id]/secrets/[slot]': { DELETE: 'admin' },
  '/api/admin/channels/[id]/signature-lab': { POST: 'admin' },
  '/api/admin/channels/[id]/settings': { PUT: 'admin' },
  '/api/admin/channels/[id]/templates': { GET: 'admin', POST: 'admin' },
  '/api/admin/channels/[id]/templates/[templateId]': { PUT: 'admin', DELETE: 'admin' },
  '/api/admin/agents': { GET: 'supervisor' },
  '/api/admin/agents/[id]': { PUT: 'admin' },
  '/api/admin/agents/[id]/sessions': { DELETE: 'admin' },
  '/api/admin/agents/[id]/password-link': { POST: 'admin' },
  '/api/admin/invites': { GET: 'supervisor', POST: 'admin' },
  '/api/admin/invites/[id]': { DELETE: 'admin' },
  '/api/admin/audit': { GET: 'supervisor' },
  '/api/admin/audit/export': { GET: 'supervisor' },
  '/api/admin/canned-replies/[id]': { PUT: 'supervisor', DELETE: 'supervisor' },
  '/api/admin/tags': { GET: 'supervisor', PUT: 'supervisor' },
  '/api/admin/settings/channels': { GET: 'admin' },
  '/api/admin/settings/history': { GET: 'supervisor' },
  '/api/admin/settings/restore': { POST: 'supervisor' },
  '/api/admin/health': { GET: 'supervisor' },
}

/** Pages that people see without signing in. Every other page leads them to the sign-in page. */
export const OPEN_PAGES = ['/sign-in', '/setup', '/join', '/_not-found', '/_global-error']
