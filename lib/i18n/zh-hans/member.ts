import type { Messages } from '../message-catalogue'

export const member: Messages['member'] = {}
