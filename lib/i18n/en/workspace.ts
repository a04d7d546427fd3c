export const workspace = {
  memberText: {
    addLanguage: 'Add a language',
    firstIsDefault: 'Members of other languages get the first one.',
  },
} as const
