import type { Messages } from '../message-catalogue'

export const failure: Messages['failure'] = {
  unexpected: '系统出现问题，已记录下来。',
  invalid: '请求无效。',
  unreadable: '无法读取请求。',
  brokenText: '文字中有损坏的字符，请重新输入。',
  databaseAway: '暂时无法连接数据库，请稍后再试。',
  methodNotAllowed: '此地址不接受这种方法。',
  signInFirst: '请先登录。',
  otherPerson: '此浏览器已由其他人登录。',
  idNotUuid: '地址中的ID不是UUID。',
  unreachable: '无法连接收件箱，请检查网络连接。',
  server: '服务器出现问题（{status}）。',
}
