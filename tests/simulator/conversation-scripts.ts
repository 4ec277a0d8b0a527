/** What simulated customers ask, in both languages: the opening, a follow-up, and the words they leave with. */
export interface Script {
  locale: 'en' | 'zh-CN'
  domain?: string
  opening: string
  followUp: string
  thanks: string
}

export const scripts: readonly Script[] = [
  {
    locale: 'en',
    opening: 'Hi, where is my order? It was due on Friday.',
    followUp: 'It is order 48213.',
    thanks: 'Thank you, that helps.',
  },
  {
    locale: 'en',
    domain: 'billing',
    opening: 'I was charged twice this month.',
    followUp: 'Both charges are 49.00 EUR.',
    thanks: 'Thank you, I will watch for the refund.',
  },
  {
    locale: 'en',
    opening: 'I cannot sign in, it says my account is locked.',
    followUp: 'I already tried the reset link.',
    thanks: 'Thank you, it works now.',
  },
  {
    locale: 'en',
    opening: 'How do I send a jacket back?',
    followUp: 'It is unworn, bought ten days ago.',
    thanks: 'Thank you, bye.',
  },
  {
    locale: 'zh-CN',
    opening: '你好，我的包裹还没到，能帮我查一下吗？',
    followUp: '订单号是 48213。',
    thanks: '谢谢，明白了。',
  },
  {
    locale: 'zh-CN',
    domain: 'billing',
    opening: '我需要开一张发票。',
    followUp: '抬头是北京云杉科技有限公司。',
    thanks: '谢谢你。',
  },
]

/** What a simulated agent answers. */
export const agentAnswers: Record<Script['locale'], readonly string[]> = {
  en: [
    'Thanks for writing. Let me look into that for you.',
    'I see it here; I have set it right for you.',
    'You are welcome. Have a good day.',
  ],
  'zh-CN': ['您好，我来帮您查一下。', '已经为您处理好了。', '不客气，祝您愉快。'],
}

/** Whether a customer's words end the conversation. */
export const isFarewell = (text: string): boolean => /thank you|谢谢/i.test(text)
