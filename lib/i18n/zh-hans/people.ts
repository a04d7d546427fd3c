import type { Messages } from '../message-catalogue'

export const people: Messages['people'] = {
  noSuchLocale: '没有这种语言。',
  noSuchTimeZone: '没有这个时区。',
  settings: {
    title: '偏好设置',
    undo: '撤回回复的时限',
    undoHint: '回复会先等待这段时间再发送，方便你撤回。',
    noUndo: '不设时限',
    language: '语言和地区',
    browserLanguage: '与浏览器相同',
    timeZone: '时区',
    browserTimeZone: '与浏览器相同',
    ring: '有会员开始等待真人客服时播放提示音',
    notifyTitle: '当我在其他窗口时，以下情况通知我',
    notifyMine: '会员在我负责的对话中发来消息',
    notifyWaiting: '有会员开始等待真人客服',
    blocked: '你的浏览器屏蔽了本网站的通知，请在浏览器设置中允许。',
  },
}
