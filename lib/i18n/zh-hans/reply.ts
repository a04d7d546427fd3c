import type { Messages } from '../message-catalogue'

export const reply: Messages['reply'] = {
  cancelled: '已在发送前取消',
}
