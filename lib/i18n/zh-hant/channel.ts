import type { Messages } from '../message-catalogue'

export const channel: Messages['channel'] = {
  inbox: {
    disconnected: '{names}{count, plural, other {}}已與Stella中斷連接。',
    more: '{count, plural, other {另外#個}}',
    disconnectedHint: '{count, plural, other {在管理員重新連接之前，無法從這些頻道傳送任何內容。}}',
    outages: 'Stella服務中斷',
    outageSince: '自{moment}起',
    outage:
      '<name>{channel}</name>：Stella目前不接收回覆。{why} <waiting>{count, plural, other {有#則回覆正在等候}}</waiting>，將會依次送出。',
    tryingNow: '正在重試…',
    nextTry: '{span}後重試',
    noSuchConversation: '沒有這個對話。',
    tooManyAddresses: '同時查詢的webhook位址過多。',
  },
}
