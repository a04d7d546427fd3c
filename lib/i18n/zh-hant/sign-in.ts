import type { Messages } from '../message-catalogue'

export const signIn: Messages['signIn'] = {
  language: '語言',
  email: '電郵',
  password: '密碼',
  newPassword: '新密碼',
  yourName: '你的姓名',
  title: '登入stella-inbox',
  submit: '登入',
  wrong: '電郵或密碼不正確。嘗試次數過多後，登入會暫停{span}。',
  failed: '登入不成功，請稍後再試。',
  tooManyAtOnce: '登入的人太多，請一分鐘後再試。',
  join: {
    welcome: '歡迎，請輸入你的姓名',
    newPassword: '設定新密碼',
    submit: '加入',
    setPassword: '設定密碼',
    dead: '此連結已失效',
    deadAbout:
      '連結已被使用、取代或撤回，或已過期。請向管理員索取新連結。如已有密碼，請<link>登入</link>。',
    incomplete: '連結不完整。',
    used: '此連結已失效，請向管理員索取新連結。',
  },
  setup: {
    title: '設定stella-inbox',
    submit: '建立首位管理員',
    incomplete: '此連結不完整',
    incompleteAbout:
      '請開啟伺服器首次啟動時顯示的完整網址。如已有人設定此收件匣，請<link>登入</link>。',
    notNeeded: '已有管理員，請向對方索取帳戶。',
    used: '此連結已失效，請重新啟動伺服器以取得新連結。',
  },
  signOut: {
    title: '登出stella-inbox？',
    who: '你目前以{name}的身分登入。',
    submit: '登出',
    stay: '留在收件匣',
  },
}
