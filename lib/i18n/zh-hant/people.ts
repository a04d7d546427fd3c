import type { Messages } from '../message-catalogue'

export const people: Messages['people'] = {
  noSuchLocale: '沒有這種語言。',
  noSuchTimeZone: '沒有這個時區。',
  settings: {
    title: '偏好設定',
    undo: '撤回回覆的時限',
    undoHint: '回覆會先等候這段時間才送出，讓你可以撤回。',
    noUndo: '不設時限',
    language: '語言及地區',
    browserLanguage: '與瀏覽器相同',
    timeZone: '時區',
    browserTimeZone: '與瀏覽器相同',
    ring: '有會員開始等候真人客服時播放提示音',
    notifyTitle: '當我在其他視窗時，如有以下情況請通知我',
    notifyMine: '會員在我負責的對話中傳來訊息',
    notifyWaiting: '有會員開始等候真人客服',
    blocked: '你的瀏覽器封鎖了本網站的通知，請在瀏覽器設定中允許。',
  },
}
