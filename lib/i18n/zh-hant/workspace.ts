import type { Messages } from '../message-catalogue'

export const workspace: Messages['workspace'] = {}
