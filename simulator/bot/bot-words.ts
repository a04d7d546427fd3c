import type { Language } from '../day/cast'

export interface BotWords {
  welcome: string
  welcomeBack: string
  youAreWelcome: string
  pickOne: string
  track: string
  returnItem: string
  person: string
  askOrder: string
  askOrderAgain: string
  orderStates: readonly [string, string, string]
  anythingElse: string
  askWhatHappened: string
  askPhoto: string
  askReturnOrder: string
  returnDone: string
  colleague: string
}

/** What the bot says. `{order}` and `{photo}` are filled in. */
export const BOT_WORDS: Record<Language, BotWords> = {
  en: {
    welcome: 'Hello! 👋 This is the shop assistant. How can I help you today?',
    welcomeBack: 'Hi, the assistant is back. My colleague has closed your request.',
    youAreWelcome: 'You are welcome! 😊',
    pickOne: "Sorry, I didn't get that. Please pick one of these:",
    track: 'Track my order',
    returnItem: 'Return an item',
    person: 'Talk to a person',
    askOrder: 'Sure! What is your order number? You find it in the confirmation, e.g. HK-20391.',
    askOrderAgain:
      'That does not look like an order number. It has letters and at least four digits, e.g. HK-20391.',
    orderStates: [
      'Order {order} was packed this morning and leaves our warehouse today. 📦',
      'Order {order} is on its way and should arrive tomorrow between 10:00 and 14:00. 🚚',
      'Order {order} is waiting for you at the pick-up point in Tsim Sha Tsui until Sunday.',
    ],
    anythingElse: 'Is there anything else?',
    askWhatHappened: 'I am sorry to hear that. What happened with the item?',
    askPhoto: 'Could you send me a photo of it? If you have none, just write "skip".',
    askReturnOrder: 'Thank you. And what is the order number?',
    returnDone: 'All noted for {order}. We have sent you the return label by e-mail.',
    colleague: "I'm asking a colleague to join. One moment please 🙋",
  },
  'zh-Hant': {
    welcome: '您好！👋 我是網店助理，請問有什麼可以幫到您？',
    welcomeBack: '您好，助理回來了。同事已經完成您的個案。',
    youAreWelcome: '不客氣！😊',
    pickOne: '不好意思，我未能理解。請選擇以下一項：',
    track: '追蹤訂單',
    returnItem: '申請退貨',
    person: '真人客服',
    askOrder: '好的！請問您的訂單編號是什麼？可在確認電郵中找到，例如 HK-20391。',
    askOrderAgain: '這似乎不是訂單編號。編號包括英文字母及最少四位數字，例如 HK-20391。',
    orderStates: [
      '訂單 {order} 今早已包裝好，今日會離開貨倉。📦',
      '訂單 {order} 正在派送，預計明日 10:00 至 14:00 送達。🚚',
      '訂單 {order} 已到尖沙咀自取點，保留至星期日。',
    ],
    anythingElse: '還有其他需要嗎？',
    askWhatHappened: '很抱歉聽到這件事。請問貨品有什麼問題？',
    askPhoto: '可以傳一張照片給我嗎？如果沒有，請輸入「略過」。',
    askReturnOrder: '謝謝您。請問訂單編號是什麼？',
    returnDone: '已為 {order} 登記，退貨標籤已寄到您的電郵。',
    colleague: '我正請同事加入對話，請稍等 🙋',
  },
  'zh-Hans': {
    welcome: '您好！👋 我是网店助理，请问有什么可以帮您？',
    welcomeBack: '您好，助理回来了。同事已经处理好您的问题。',
    youAreWelcome: '不客气！😊',
    pickOne: '不好意思，我没有理解。请选择以下一项：',
    track: '查询订单',
    returnItem: '申请退货',
    person: '人工客服',
    askOrder: '好的！请问您的订单编号是多少？可在确认邮件中找到，例如 HK-20391。',
    askOrderAgain: '这好像不是订单编号。编号包括英文字母和至少四位数字，例如 HK-20391。',
    orderStates: [
      '订单 {order} 今早已打包，今天离开仓库。📦',
      '订单 {order} 正在派送，预计明天 10:00 至 14:00 送达。🚚',
      '订单 {order} 已到自提点，保留至星期日。',
    ],
    anythingElse: '还有其他需要吗？',
    askWhatHappened: '很抱歉听到这件事。请问商品有什么问题？',
    askPhoto: '可以发一张照片给我吗？如果没有，请输入“跳过”。',
    askReturnOrder: '谢谢您。请问订单编号是多少？',
    returnDone: '已为 {order} 登记，退货标签已发到您的邮箱。',
    colleague: '我正在请同事加入对话，请稍等 🙋',
  },
}
