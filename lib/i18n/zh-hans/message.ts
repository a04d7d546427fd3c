import type { Messages } from '../message-catalogue'

export const message: Messages['message'] = {}
