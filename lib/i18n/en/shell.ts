export const shell = {
  description: 'Answer members whose chats run through the Stella chatbot platform.',
} as const
