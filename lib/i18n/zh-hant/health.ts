import type { Messages } from '../message-catalogue'

export const health: Messages['health'] = {}
