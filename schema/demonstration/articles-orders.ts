import type { DemonstrationArticle } from './article.ts'

/** Orders, delivery, returns. */
export const orderArticles: readonly DemonstrationArticle[] = [
  {
    id: 'where-is-my-order',
    keywords: ['order', 'tracking', 'parcel', 'delivery', 'late', 'due', '订单', '包裹', '物流', '没到'],
    en: {
      title: 'Where is my order?',
      body: 'Every parcel has a tracking link in the **dispatch e-mail**. Orders leave us within one working day and arrive in 2–4.\n\nIf the day has passed:\n1. Look at the tracking page; "out for delivery" means today.\n2. Two working days later we ask the carrier and send a replacement.',
      phone:
        'May I have your order number? I see where the parcel is. It usually takes two to four working days; if it is two days late, I send you a new one today.',
      social:
        'Send us your order number and we look it up. Parcels take 2–4 working days; two days late means a replacement from us.',
    },
    'zh-CN': {
      title: '我的订单到哪里了？',
      body: '**发货邮件**里有物流链接。订单一个工作日内发出，2–4 个工作日送达。\n\n如果已过预计日期：\n1. 先看物流页面，“派送中”表示当天送达。\n2. 超过两个工作日，我们联系承运商并补发。',
      phone: '请告诉我订单号，我来查包裹的位置。一般两到四个工作日送达；如果晚了两天，我今天就给您补发。',
      social: '请把订单号发给我们，马上帮您查。一般 2–4 个工作日送达，晚两天即补发。',
    },
  },
  {
    id: 'return-an-item',
    keywords: ['return', 'send back', 'jacket', 'refund', 'unworn', 'label', '退货', '退回', '退款'],
    en: {
      title: 'Send something back',
      body: 'Unworn things come back within **30 days**, free of charge.\n\n1. Print the label from *My orders → Return*.\n2. Hand the parcel in at any post office.\n3. The money is back within 5 working days after it arrives.',
      phone:
        'You can send it back within thirty days as long as it is unworn. I e-mail you the label now; the money is with you five working days after the parcel reaches us.',
      social:
        'Unworn and within 30 days: we send you a free label, and the refund within 5 working days of arrival.',
    },
    'zh-CN': {
      title: '退货',
      body: '未穿过的商品 **30 天**内可免费退回。\n\n1. 在“我的订单 → 退货”打印面单。\n2. 到任意邮局寄出。\n3. 我们收到后 5 个工作日内退款。',
      phone: '未穿过的商品三十天内都可以退。我现在把面单发到您的邮箱，我们收到包裹后五个工作日内退款。',
      social: '未穿过、30 天内可退：我们发免费面单，收到后 5 个工作日内退款。',
    },
  },
  {
    id: 'change-delivery-address',
    keywords: ['address', 'change', 'moved', 'delivery', '地址', '修改', '改地址'],
    en: {
      title: 'Change the delivery address',
      body: 'Until an order is **packed** you can change its address in *My orders*. Afterwards the carrier can redirect it: use *Change delivery* on the tracking page.',
      phone:
        'As long as it is not packed I change the address right now. Otherwise I redirect it with the carrier; that adds a day.',
      social:
        'Not packed yet? Change it under My orders. Already on its way? The tracking page can redirect it.',
    },
    'zh-CN': {
      title: '修改收货地址',
      body: '**打包前**可在“我的订单”中修改地址。打包后请在物流页面选择“更改派送”。',
      phone: '如果还没打包，我现在就帮您改。已打包的话我联系承运商改派，会晚一天。',
      social: '未打包：在“我的订单”修改；已发出：在物流页面改派。',
    },
  },
  {
    id: 'cancel-an-order',
    keywords: ['cancel', 'order', 'mistake', '取消', '订单'],
    en: {
      title: 'Cancel an order',
      body: 'Orders can be cancelled until they are **packed**, usually for two hours: *My orders → Cancel*. Nothing is charged then. Later, refuse the parcel or send it back free of charge.',
      phone:
        'I look whether it is packed already. If not, I cancel it now and nothing is charged; otherwise simply refuse the parcel.',
      social:
        'My orders → Cancel works until it is packed (about 2 hours). Later: refuse the parcel, we refund it.',
    },
    'zh-CN': {
      title: '取消订单',
      body: '**打包前**（一般两小时内）可在“我的订单 → 取消”取消，不会扣款。之后请拒收或免费退回。',
      phone: '我看一下是否已打包。没有的话现在就取消，不会扣款；已打包请直接拒收。',
      social: '打包前（约 2 小时）可在“我的订单”取消；之后拒收即可退款。',
    },
  },
  {
    id: 'damaged-on-arrival',
    keywords: ['damaged', 'broken', 'torn', 'defect', 'warranty', '破损', '坏了', '质量', '保修'],
    en: {
      title: 'It arrived damaged',
      body: 'We are sorry. Send us **a photo** of the damage and of the box within 14 days. You choose: a new one by express, or the money back. Seams and zips have a warranty of five years.',
      phone:
        'I am sorry about that. If you send me a photo I have a new one on its way by express today, or I refund it, as you like.',
      social:
        'Sorry! A photo of the damage and the box is enough: new one by express or a refund, your choice.',
    },
    'zh-CN': {
      title: '商品到货破损',
      body: '非常抱歉。请在 14 天内把破损处和包装的**照片**发给我们。可选择加急补发或退款。缝线和拉链保修五年。',
      phone: '非常抱歉。请把照片发给我，今天就可以加急补发，或者给您退款，由您决定。',
      social: '抱歉！发来破损和包装的照片即可：加急补发或退款任选。',
    },
  },
  {
    id: 'choose-a-size',
    keywords: ['size', 'fit', 'small', 'large', 'boots', '尺码', '大小', '偏小'],
    en: {
      title: 'Find the right size',
      body: 'Jackets run true to size with room for a fleece. Boots: take **half a size more** than your street shoes. Between two sizes, take the larger. Exchanges are free.',
      phone:
        'What do you usually wear? Our jackets are true to size; for boots I suggest half a size more. An exchange costs nothing.',
      social: 'Jackets true to size, boots half a size up. Exchanges are free.',
    },
    'zh-CN': {
      title: '如何选择尺码',
      body: '夹克为标准尺码，可内搭抓绒。靴子建议比平时**大半码**。介于两码之间选大码。换码免费。',
      phone: '您平时穿什么码？夹克按平时的码即可，靴子建议大半码。换码免费。',
      social: '夹克按平时尺码，靴子大半码；换码免费。',
    },
  },
]
