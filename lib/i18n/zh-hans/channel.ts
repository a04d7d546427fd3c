import type { Messages } from '../message-catalogue'

export const channel: Messages['channel'] = {}
