import type { Messages } from '../message-catalogue'

export const log: Messages['log'] = {}
