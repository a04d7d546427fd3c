/** Every address of the product in one place, so that screens, tests and messages can't drift apart. */
export const paths = {
  inbox: (conversationId?: string) => (conversationId ? `/inbox/${conversationId}` : '/inbox'),
  outbox: '/outbox',
  signIn: '/sign-in',
  setup: (token: string) => `/setup?token=${encodeURIComponent(token)}`,
  admin: {
    home: '/admin',
    connections: '/admin/connections',
    channels: '/admin/channels',
    connectChannel: '/admin/channels/connect',
    channel: (id: string) => `/admin/channels/${id}`,
    integrations: '/admin/integrations',
    events: '/admin/events',
    event: (id: number) => `/admin/events/${id}`,
    quarantine: '/admin/quarantine',
    people: '/admin/people',
    audit: '/admin/audit',
    cannedReplies: '/admin/canned-replies',
    tags: '/admin/tags',
    texts: '/admin/texts',
    hours: '/admin/hours',
    templates: '/admin/templates',
    health: '/admin/health',
    profile: '/admin/profile',
  },
  api: {
    webhook: (channelId: string) => `/api/webhooks/${channelId}`,
    conversations: '/api/conversations',
    conversation: (id: string) => `/api/conversations/${id}`,
    messages: (id: string) => `/api/conversations/${id}/messages`,
    liveChat: (id: string) => `/api/conversations/${id}/live-chat`,
    read: (id: string) => `/api/conversations/${id}/read`,
    status: (id: string) => `/api/conversations/${id}/status`,
    delivery: (id: string, messageId: string) =>
      `/api/conversations/${id}/messages/${messageId}/delivery`,
    passport: (id: string, messageId: string) =>
      `/api/conversations/${id}/messages/${messageId}/passport`,
    schedule: (id: string, messageId: string) =>
      `/api/conversations/${id}/messages/${messageId}/schedule`,
    scheduled: (id: string) => `/api/conversations/${id}/scheduled`,
    outbox: '/api/outbox',
    outages: '/api/outages',
    media: (id: string) => `/api/media/${id}`,
    thumbnail: (id: string) => `/api/media/${id}/thumbnail`,
    stream: '/api/stream',
    counts: '/api/conversations/counts',
    me: '/api/me',
    mySettings: '/api/me/settings',
    setup: '/api/setup',
    admin: {
      events: '/api/admin/events',
      event: (id: number) => `/api/admin/events/${id}`,
      eventSummary: '/api/admin/events/summary',
      eventReplay: '/api/admin/events/replay',
      channelSettings: (id: string) => `/api/admin/channels/${id}/settings`,
    },
    health: '/api/health',
    ready: '/api/ready',
  },
} as const

/** The header in which `proxy.ts` tells a layout the address of its page. */
export const ADDRESS_HEADER = 'x-page-address'
