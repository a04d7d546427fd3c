import type { Messages } from '../message-catalogue'

export const shell: Messages['shell'] = {
  description: '回复通过Stella聊天机器人平台联系你的会员。',
}
