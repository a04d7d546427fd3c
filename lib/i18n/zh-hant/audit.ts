import type { Messages } from '../message-catalogue'

export const audit: Messages['audit'] = {}
