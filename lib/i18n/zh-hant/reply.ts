import type { Messages } from '../message-catalogue'

export const reply: Messages['reply'] = {
  cancelled: '已在送出前取消',
}
