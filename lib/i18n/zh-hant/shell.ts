import type { Messages } from '../message-catalogue'

export const shell: Messages['shell'] = {
  description: '回覆經Stella聊天機器人平台聯絡你的會員。',
}
