/** Every address of the product in one place, so that screens, tests and messages can't drift apart. */
export const paths = {
  inbox: (conversationId?: string) => (conversationId ? `/inbox/${conversationId}` : '/inbox'),
  signIn: '/sign-in',
  setup: (token: string) => `/setup?token=${encodeURIComponent(token)}`,
  admin: {
    templates: '/admin/templates',
  },
  api: {
    webhook: (channelId: string) => `/api/webhooks/${channelId}`,
    conversations: '/api/conversations',
    conversation: (id: string) => `/api/conversations/${id}`,
    messages: (id: string) => `/api/conversations/${id}/messages`,
    liveChat: (id: string) => `/api/conversations/${id}/live-chat`,
    assignee: (id: string) => `/api/conversations/${id}/assignee`,
    handOver: (id: string) => `/api/conversations/${id}/hand-over`,
    botNodes: (id: string) => `/api/conversations/${id}/bot-nodes`,
    read: (id: string) => `/api/conversations/${id}/read`,
    status: (id: string) => `/api/conversations/${id}/status`,
    delivery: (id: string, messageId: string) =>
      `/api/conversations/${id}/messages/${messageId}/delivery`,
    passport: (id: string, messageId: string) =>
      `/api/conversations/${id}/messages/${messageId}/passport`,
    templates: (id: string) => `/api/conversations/${id}/templates`,
    media: (id: string) => `/api/media/${id}`,
    thumbnail: (id: string) => `/api/media/${id}/thumbnail`,
    mediaFetch: (id: string) => `/api/media/${id}/fetch`,
    /** What a conversation's members and agents sent, newest first. */
    gallery: (conversationId: string) => `/api/conversations/${conversationId}/media`,
    uploads: '/api/uploads',
    upload: (id: string) => `/api/uploads/${id}`,
    /** Open to whoever has it: the address a platform fetches a sent file from. */
    file: (token: string) => `/api/files/${token}`,
    channels: '/api/channels',
    stream: '/api/stream',
    counts: '/api/conversations/counts',
    colleagues: '/api/colleagues',
    me: '/api/me',
    mySettings: '/api/me/settings',
    setup: '/api/setup',
    admin: {
      events: '/api/admin/events',
      event: (id: number) => `/api/admin/events/${id}`,
      eventSummary: '/api/admin/events/summary',
      eventReplay: '/api/admin/events/replay',
      channelTemplates: (id: string) => `/api/admin/channels/${id}/templates`,
      channelTemplate: (id: string, templateId: string) =>
        `/api/admin/channels/${id}/templates/${templateId}`,
      channelSettings: (id: string) => `/api/admin/channels/${id}/settings`,
    },
    health: '/api/health',
    ready: '/api/ready',
  },
} as const
