const en = {
  open: 'Chat with us',
  close: 'Close the chat',
  title: 'Chat with {team}',
  team: 'our team',
  who: 'People from {team} answer here, usually within 3 minutes.',
  joined: '{name} is with you',
  waiting:
    'Someone will be with you shortly, usually within 3 minutes. You can keep this window closed; the answer waits here.',
  ended: 'This conversation is closed. Write again at any time.',
  placeholder: 'Write a message',
  send: 'Send',
  you: 'You',
  agent: 'Our team',
  sending: 'Sending',
  failed: 'Not sent',
  retry: 'Send again',
  offline: 'You are offline. What you write is kept.',
  reconnecting: 'Reconnecting',
  loading: 'Loading the conversation',
  loadFailed: 'The conversation could not be loaded.',
  loadAgain: 'Load again',
  unread: '{count} new',
  unsupported: 'Something this chat cannot show',
  left: '{count} characters left',
}

/** Ids of the widget's words. */
export type Word = keyof typeof en

const zhCN: Record<Word, string> = {
  open: '在线咨询',
  close: '关闭聊天窗口',
  title: '与{team}聊天',
  team: '我们的团队',
  who: '这里由{team}的人工客服回复，通常在 3 分钟以内。',
  joined: '{name}正在为您服务',
  waiting: '客服马上就来，通常在 3 分钟以内。您可以先关闭窗口，回复会保留在这里。',
  ended: '本次会话已结束。您可以随时再次留言。',
  placeholder: '输入消息',
  send: '发送',
  you: '您',
  agent: '客服',
  sending: '正在发送',
  failed: '未发送',
  retry: '重新发送',
  offline: '您已离线，输入的内容会保留。',
  reconnecting: '正在重新连接',
  loading: '正在加载会话',
  loadFailed: '无法加载会话。',
  loadAgain: '重新加载',
  unread: '{count} 条新消息',
  unsupported: '此处无法显示的内容',
  left: '还可输入 {count} 个字符',
}

/** Gives a word in the visitor's language, with its parameters set in. */
export type Translate = (word: Word, parameters?: Record<string, string | number>) => string

/** @param locale any BCP 47 tag; every Chinese one gets Simplified Chinese, every other one English */
export function translateInto(locale: string): Translate {
  const words = locale.toLowerCase().startsWith('zh') ? zhCN : en
  return (word, parameters = {}) =>
    words[word].replace(/\{(\w+)\}/g, (_whole, name: string) => String(parameters[name] ?? ''))
}
