import type { Messages } from '../message-catalogue'

export const workspace: Messages['workspace'] = {
  memberText: {
    addLanguage: '添加语言版本',
    firstIsDefault: '其他语言的会员会收到第一个版本。',
  },
}
