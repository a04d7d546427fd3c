export const people = {
  noSuchLocale: 'There is no such language.',
  noSuchTimeZone: 'There is no such time zone.',
  settings: {
    title: 'Preferences',
    undo: 'Time to undo a reply',
    undoHint: 'A reply waits this long before it is sent, so that you can take it back.',
    noUndo: 'None',
    language: 'Language and region',
    browserLanguage: 'Same as the browser',
    timeZone: 'Time zone',
    browserTimeZone: 'Same as the browser',
    ring: 'Play a sound when a member starts waiting for an agent',
    notifyTitle: 'Notify me when I’m in another window and',
    notifyMine: 'a member writes in a conversation assigned to me',
    notifyWaiting: 'a member starts waiting for an agent',
    blocked: 'Your browser blocks notifications from this site. Allow them in its settings.',
  },
} as const
