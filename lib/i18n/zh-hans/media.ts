import type { Messages } from '../message-catalogue'

export const media: Messages['media'] = {}
