export const channel = {
  inbox: {
    disconnected: '{names} {count, plural, one {is} other {are}} disconnected from Stella.',
    more: '{count, plural, one {# more} other {# more}}',
    disconnectedHint:
      '{count, plural, one {Nothing can be sent there until an admin connects it again.} other {Nothing can be sent there until an admin connects them again.}}',
    outages: 'Stella outages',
    outageSince: 'Since {moment}',
    outage:
      '<name>{channel}</name>: Stella isn’t taking replies right now. {why} <waiting>{count, plural, one {# reply is waiting} other {# replies are waiting}}</waiting> and will be sent in order.',
    tryingNow: 'Trying now…',
    nextTry: 'Next try in {span}',
    noSuchConversation: 'There is no such conversation.',
    tooManyAddresses: 'Too many webhook addresses are being asked for at once.',
  },
} as const
