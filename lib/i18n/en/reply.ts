export const reply = {
  cancelled: 'Cancelled before it was sent',
} as const
