export const failure = {
  unexpected: 'Something went wrong on our side. It has been logged.',
  invalid: 'The request is not valid.',
  unreadable: 'The request could not be read.',
  brokenText: 'A text has a broken character. Type it again.',
  databaseAway: 'The database is not reachable. Try again in a moment.',
  methodNotAllowed: 'This address does not accept this method.',
  signInFirst: 'Sign in first.',
  otherPerson: 'Someone else has signed in in this browser.',
  idNotUuid: 'The ID in the address is not a UUID.',
  unreachable: 'The inbox can’t be reached. Check your connection.',
  server: 'Something went wrong on the server ({status}).',
} as const
