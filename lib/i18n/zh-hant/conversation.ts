import type { Messages } from '../message-catalogue'

export const conversation: Messages['conversation'] = {}
