import type { Messages } from '../message-catalogue'

export const channel: Messages['channel'] = {
  inbox: {
    disconnected: '{names}{count, plural, other {}}已与Stella断开连接。',
    more: '{count, plural, other {另外#个}}',
    disconnectedHint: '{count, plural, other {在管理员重新连接之前，无法从这些渠道发送任何内容。}}',
    outages: 'Stella服务中断',
    outageSince: '自{moment}起',
    outage:
      '<name>{channel}</name>：Stella目前不接收回复。{why} <waiting>{count, plural, other {有#条回复正在等待}}</waiting>，将会依次发出。',
    tryingNow: '正在重试…',
    nextTry: '{span}后重试',
    noSuchConversation: '没有这个对话。',
    tooManyAddresses: '同时查询的webhook地址过多。',
  },
}
