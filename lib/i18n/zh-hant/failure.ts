import type { Messages } from '../message-catalogue'

export const failure: Messages['failure'] = {
  unexpected: '系統出現問題，已記錄下來。',
  invalid: '請求無效。',
  unreadable: '無法讀取請求。',
  brokenText: '文字中有損壞的字元，請重新輸入。',
  databaseAway: '暫時無法連接資料庫，請稍後再試。',
  methodNotAllowed: '此位址不接受這種方法。',
  signInFirst: '請先登入。',
  otherPerson: '此瀏覽器已由其他人登入。',
  idNotUuid: '位址中的ID不是UUID。',
  unreachable: '無法連接收件匣，請檢查網絡連線。',
  server: '伺服器出現問題（{status}）。',
}
