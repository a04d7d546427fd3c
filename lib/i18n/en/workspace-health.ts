/** The checks of the Health page and of `doctor`: what each looks at, what it found, and what to do. */
export const workspaceHealth = {
  title: 'Health',
  about: 'Measured every few seconds while you watch. Prometheus gets the same from /metrics.',
  figures: 'The figures',
  allWell: 'All is well.',
  troubles:
    '{count, plural, one {# of {total, number} needs} other {# of {total, number} need}} attention.',
  good: 'Good',
  watch: 'Watch',
  bad: 'Problem',
  none: 'None',
  names: '{names}',
  more: '{count, number} more',
  database: {
    name: 'Database',
    away: 'Not answering',
    awayAdvice:
      'Start Postgres, or check DATABASE_URL. Until then deliveries wait in the local spool; once it is full they are refused with 503.',
    answers: 'Postgres {version}, answers in {ms, number} ms, {size} stored',
    noFsync: 'Postgres {version}, answers in {ms, number} ms, {size} stored, fsync is off',
    noFsyncAdvice:
      'Turn on fsync: a crash of the machine would lose events that Stella sends only once.',
    slowAdvice: 'Check the load on the database’s disk.',
  },
  connections: {
    name: 'Database connections',
    used: '{open, number} of {max, number}',
    advice: 'Raise max_connections in Postgres, or run fewer processes.',
  },
  channels: {
    name: 'Channels',
    none: 'None connected',
    heard: '{count, number}, none silent',
    silent:
      '{name}: no deliveries for {span} (usually {usual, plural, one {# delivery} other {# deliveries}})',
    advice:
      'Check the channel’s page: the webhook settings at Stella, the proxy in front of the inbox, the secret.',
  },
  disconnected: {
    name: 'Disconnected channels',
    advice: 'Nothing is sent there. Add the channel again once it is connected at Stella.',
  },
  log: {
    name: 'Log',
    whole: 'Every event is accounted for',
    lost: '{count, plural, one {# event is} other {# events are}} unaccounted for',
    advice: 'Run `npm run inbox -- rebuild --check` to see what to do.',
  },
  worker: {
    name: 'Worker',
    running: '{count, plural, one {Running} other {# running}}',
    away: 'Not running: nothing processed for {span}',
    never: 'Not running: nothing is processed',
    advice:
      'Deliveries are stored but don’t appear, and replies wait. Start a worker, or check its log.',
  },
  fold: {
    name: 'Deliveries to process',
    none: 'None waiting',
    waiting: '{count, number} waiting',
    advice: 'Deliveries arrive faster than they are processed. Check for a rebuild or a busy CPU.',
  },
  rejected: {
    name: 'Rejected signatures',
    none: 'None today',
    today: '{count, number} today, for {channels}',
    advice:
      'A secret differs from Stella’s, or somebody else posts to the address. Check the channel’s signature lab.',
  },
  quarantine: {
    name: 'Quarantine',
    none: 'Empty',
    some: '{count, plural, one {# event} other {# events}} that can’t be read yet',
    advice: 'An admin finds them under Quarantine and can replay them after an update.',
  },
  jobs: {
    name: 'Jobs',
    none: 'None waiting',
    due: '{count, number} due, the oldest for {span}',
    advice: 'No process takes jobs. Start or restart one.',
  },
  failing: {
    name: 'Failing jobs',
    some: '{count, number} will be tried again',
    someBecause: '{count, number} will be tried again. Last error: {error}',
    advice:
      'They are tried again automatically. Many of them mean that Stella or a media host is down.',
  },
  dead: {
    name: 'Jobs given up',
    some: '{count, number}',
    someBecause: '{count, number}. Last error: {error}',
    advice:
      'Fix what the error says. Replies that failed can be sent again from their conversation.',
  },
  stella: {
    name: 'Calls to Stella',
    none: 'None in the last 15 minutes',
    some: '{calls, number} in 15 minutes, {failed, number} failed, {refused, number} refused, 95% within {ms, number} ms',
    slowAdvice: 'Stella is slow or down. Replies wait and are sent automatically, never twice.',
    refusedAdvice: 'Check the access token and its scopes.',
  },
  media: {
    name: 'Media',
    none: 'All downloaded',
    some: '{count, plural, one {# file} other {# files}} to download',
    advice: 'Files arrive faster than they are downloaded, or their host is down.',
  },
  secrets: {
    name: 'Stored secrets',
    lost: '{count, number} of {total, number} can’t be read',
    lostAdvice: 'Put the secret that encrypted them into APP_SECRET_OLD, or enter them again.',
    old: '{count, number} of {total, number} under an older key',
    oldAdvice:
      'They are being encrypted again. `npm run inbox -- secret status` shows how far that is.',
    current: '{total, number}, all under the current key',
  },
  spool: {
    name: 'Local spool',
    none: 'Empty',
    holds:
      '{count, plural, one {# delivery} other {# deliveries}} on this disk and not in the database yet, {size}, for {span}',
    advice:
      'They are written to the database automatically once it answers. If they stay, check the log of the process.',
    putAside: '{count, plural, one {# part} other {# parts}} can’t get into the database',
    putAsideAdvice:
      'They are kept as .damaged files in the folder spool of DATA_DIR. Check the log of the process, then move them away.',
  },
  disk: {
    name: 'Disk',
    free: '{free} free of {total}',
    advice:
      'Make room where DATA_DIR is, or move it. Media and an embedded database are kept there.',
  },
  browsers: { name: 'Open browsers', count: '{count, number} on this process' },
  version: { name: 'Version', unknown: 'Unknown' },
  calls: {
    label: 'Calls to Stella by API',
    title: 'Calls to Stella in the last 15 minutes',
    table: 'Table of calls',
    api: 'API',
    calls: 'Calls',
    refused: 'Refused',
    unreached: 'Unreachable',
    unclear: 'Unclear',
    mean: 'Average',
    p95: '95% within',
    ms: '{ms, number} ms',
    sendReply: 'Send a reply',
    readMember: 'Read a member',
    liveChat: 'Take over or hand back',
    findFile: 'Find a file',
    listIntegrations: 'List integrations',
    changeIntegration: 'Create or delete an integration',
    handBackToNode: 'Hand back to a step of the bot',
  },
} as const
