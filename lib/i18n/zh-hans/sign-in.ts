import type { Messages } from '../message-catalogue'

export const signIn: Messages['signIn'] = {
  language: '语言',
  email: '邮箱',
  password: '密码',
  newPassword: '新密码',
  yourName: '你的姓名',
  title: '登录stella-inbox',
  submit: '登录',
  wrong: '邮箱或密码不正确。尝试次数过多后，登录会暂停{span}。',
  failed: '登录不成功，请稍后再试。',
  tooManyAtOnce: '登录的人太多，请一分钟后再试。',
  join: {
    welcome: '欢迎，请输入你的姓名',
    newPassword: '设置新密码',
    submit: '加入',
    setPassword: '设置密码',
    dead: '此链接已失效',
    deadAbout:
      '链接已被使用、替换或撤回，或已过期。请向管理员索取新链接。如已有密码，请<link>登录</link>。',
    incomplete: '链接不完整。',
    used: '此链接已失效，请向管理员索取新链接。',
  },
  setup: {
    title: '设置stella-inbox',
    submit: '创建首位管理员',
    incomplete: '此链接不完整',
    incompleteAbout:
      '请打开服务器首次启动时显示的完整网址。如已有人设置此收件箱，请<link>登录</link>。',
    notNeeded: '已有管理员，请向对方索取账号。',
    used: '此链接已失效，请重启服务器以获取新链接。',
  },
  signOut: {
    title: '退出登录stella-inbox？',
    who: '你当前以{name}的身份登录。',
    submit: '退出登录',
    stay: '留在收件箱',
  },
}
