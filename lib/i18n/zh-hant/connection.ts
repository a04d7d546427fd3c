import type { Messages } from '../message-catalogue'

export const connection: Messages['connection'] = {}
