export const signIn = {
  language: 'Language',
  email: 'Email',
  password: 'Password',
  newPassword: 'New password',
  yourName: 'Your name',
  title: 'Sign in to stella-inbox',
  submit: 'Sign in',
  wrong: 'The email or password is wrong. After too many tries, sign-in pauses for {span}.',
  failed: 'Signing in didn’t work. Try again in a moment.',
  tooManyAtOnce: 'Too many people are signing in. Try again in a minute.',
  join: {
    welcome: 'Welcome. What’s your name?',
    newPassword: 'Choose a new password',
    submit: 'Join',
    setPassword: 'Set password',
    dead: 'This link no longer works',
    deadAbout:
      'It was used, replaced or withdrawn, or it has expired. Ask an admin for a new one. If you have a password, <link>sign in</link>.',
    incomplete: 'The link is incomplete.',
    used: 'This link no longer works. Ask an admin for a new one.',
  },
  setup: {
    title: 'Set up stella-inbox',
    submit: 'Create first admin',
    incomplete: 'This link is incomplete',
    incompleteAbout:
      'Open the whole address that the server printed when it first started. If someone has already set up this inbox, <link>sign in</link>.',
    notNeeded: 'There is already an admin. Ask them for an account.',
    used: 'This link no longer works. Restart the server for a new one.',
  },
  signOut: {
    title: 'Sign out of stella-inbox?',
    who: 'You’re signed in as {name}.',
    submit: 'Sign out',
    stay: 'Stay in the inbox',
  },
} as const
