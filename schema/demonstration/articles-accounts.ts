import type { DemonstrationArticle } from './article.ts'

/** Bills, accounts, technical matters. */
export const accountArticles: readonly DemonstrationArticle[] = [
  {
    id: 'charged-twice',
    keywords: [
      'charged twice',
      'double',
      'payment',
      'bill',
      'card',
      'refund',
      '重复扣款',
      '扣了两次',
      '账单',
    ],
    en: {
      title: 'I was charged twice',
      body: 'Most second charges are a **reservation** that your bank releases within 3 working days. If both are booked, tell us the amounts and dates (never a card number) and we refund one within 5 working days.',
      phone:
        'I look at both charges. One is often only reserved and disappears within three days; if both are booked I refund one now. Please do not tell me your card number.',
      social:
        'Often one of them is a reservation that disappears in 3 days. If both are booked, send us amount and date (no card numbers) and we refund one.',
    },
    'zh-CN': {
      title: '被重复扣款',
      body: '第二笔多为银行**预授权**，3 个工作日内自动解除。若两笔都已入账，请告知金额和日期（不要发送卡号），我们 5 个工作日内退回一笔。',
      phone: '我来查这两笔。其中一笔常常只是预授权，三天内会解除；若都已入账，我现在退一笔。请不要报卡号。',
      social: '多为预授权，3 天内解除。若都已入账，请发金额和日期（不要发卡号），我们退回一笔。',
    },
  },
  {
    id: 'get-an-invoice',
    keywords: ['invoice', 'receipt', 'company', 'vat', 'tax', '发票', '抬头', '税号', '开票'],
    en: {
      title: 'Get an invoice',
      body: 'Invoices are under *My orders → Invoice* as PDF. For a company, add its **name and VAT number**; invoices of the last 90 days can be issued anew.',
      phone: 'I send the invoice to your e-mail address. For a company I need its name and VAT number.',
      social: 'My orders → Invoice. For a company: send us its name and VAT number.',
    },
    'zh-CN': {
      title: '开具发票',
      body: '在“我的订单 → 发票”下载 PDF。企业发票请填写**抬头和税号**；90 天内可重开。',
      phone: '我把发票发到您的邮箱。企业发票请提供抬头和税号。',
      social: '“我的订单 → 发票”即可下载；企业请发抬头和税号。',
    },
  },
  {
    id: 'account-locked',
    keywords: ['sign in', 'login', 'locked', 'password', 'reset', 'account', '登录', '锁定', '密码', '账号'],
    en: {
      title: 'I cannot sign in',
      body: 'After five wrong passwords an account is locked for a quarter of an hour. Then:\n1. *Forgotten password* sends a link that holds for one hour; only the newest one works.\n2. No e-mail? Look under spam, or ask us which address the account has.',
      phone:
        'The account opens again after fifteen minutes. I send you a fresh link; please use only the newest one. I will never ask for your password.',
      social:
        'Locked accounts open after 15 minutes. Then use "Forgotten password": only the newest link works.',
    },
    'zh-CN': {
      title: '无法登录',
      body: '连续五次输错密码会锁定十五分钟。之后：\n1. “忘记密码”会发送一小时内有效的链接，只有最新的有效。\n2. 没收到邮件？请查看垃圾箱，或问我们账号用的邮箱。',
      phone: '十五分钟后账号会自动解锁。我给您发一个新链接，请只用最新的。我们绝不会问您的密码。',
      social: '锁定 15 分钟后自动解除，再用“忘记密码”，只有最新链接有效。',
    },
  },
  {
    id: 'payment-methods',
    keywords: ['payment', 'pay', 'card', 'alipay', 'wechat', 'instalments', '支付', '付款', '支付宝', '微信'],
    en: {
      title: 'Ways to pay',
      body: 'Cards, Alipay, WeChat Pay, bank transfer, and on account for customers since a year. Orders by transfer leave when the money has arrived, after 1–2 working days.',
      phone:
        'You can pay by card, Alipay, WeChat Pay or transfer. We never take card numbers on the phone; I send you a link.',
      social: 'Cards, Alipay, WeChat Pay, transfer. Please never send card numbers here.',
    },
    'zh-CN': {
      title: '支付方式',
      body: '支持银行卡、支付宝、微信支付、转账；满一年的老客户可后付。转账到账后（1–2 个工作日）发货。',
      phone: '可以用银行卡、支付宝、微信或转账。电话里不收卡号，我给您发支付链接。',
      social: '银行卡、支付宝、微信、转账均可。请不要在此发送卡号。',
    },
  },
  {
    id: 'opening-hours',
    keywords: ['hours', 'open', 'store', 'contact', 'weekend', '营业时间', '门店', '周末', '客服'],
    en: {
      title: 'Opening hours and stores',
      body: 'People answer on every channel from **8 to 20 o’clock**, Monday to Saturday. The stores in Berlin and Shanghai are open from 10 to 19. Write at any time: we answer in the morning.',
      phone:
        'We are here from eight to twenty, Monday to Saturday. The stores are open from ten to nineteen.',
      social: 'Mon–Sat 8–20 on every channel; stores in Berlin and Shanghai 10–19.',
    },
    'zh-CN': {
      title: '营业时间与门店',
      body: '各渠道人工服务：周一至周六 **8:00–20:00**。柏林和上海门店 10:00–19:00。任何时候都可留言，次日早上回复。',
      phone: '人工服务周一至周六八点到二十点，门店十点到十九点。',
      social: '周一至周六 8–20 点；柏林、上海门店 10–19 点。',
    },
  },
  {
    id: 'tent-care',
    keywords: ['tent', 'wash', 'waterproof', 'leak', 'seam', 'app', '帐篷', '防水', '漏水', '清洗'],
    en: {
      title: 'The tent leaks: care and repair',
      body: 'Condensation looks like a leak: open both vents first. If a seam lets water in, dry the tent, seal the seam with the tube in the bag, let it rest for a day. Never machine-wash it. We repair seams free of charge for five years.',
      phone:
        'Are both vents open? Often it is condensation. If it is the seam, seal it with the tube in the bag, or send the tent to us: repair is free for five years.',
      social:
        'First open both vents (condensation!). Leaking seams: sealing tube in the bag, or a free repair for 5 years.',
    },
    'zh-CN': {
      title: '帐篷漏水：保养与维修',
      body: '冷凝水常被误认为漏水：先打开两个通风口。若缝线渗水，晾干后用包内密封胶涂抹，静置一天。切勿机洗。缝线五年内免费维修。',
      phone: '两个通风口都打开了吗？常常是冷凝水。如果是缝线，用包里的密封胶，或者寄给我们，五年内免费维修。',
      social: '先开两个通风口（冷凝水）。缝线渗水用包内密封胶，或 5 年内免费维修。',
    },
  },
]
