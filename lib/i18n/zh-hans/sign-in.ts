import type { Messages } from '../message-catalogue'

export const signIn: Messages['signIn'] = {}
