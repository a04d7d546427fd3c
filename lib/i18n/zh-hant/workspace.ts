import type { Messages } from '../message-catalogue'

export const workspace: Messages['workspace'] = {
  memberText: {
    addLanguage: '新增語言版本',
    firstIsDefault: '其他語言的會員會收到第一個版本。',
  },
}
