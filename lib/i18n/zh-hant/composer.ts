import type { Messages } from '../message-catalogue'

export const composer: Messages['composer'] = {}
