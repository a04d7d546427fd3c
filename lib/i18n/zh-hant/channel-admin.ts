import type { Messages } from '../message-catalogue'

export const channelAdmin: Messages['channelAdmin'] = {}
