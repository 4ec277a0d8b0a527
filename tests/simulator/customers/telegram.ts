import { Answers } from './answers.ts'
import { accountOf, type ContactOutcome, type ContactSetting, converse, postWebhook } from './contact.ts'

/** A person who writes to our bot: updates arrive as Telegram sends them, answers leave by the Bot API. */
export async function contactByTelegram(setting: ContactSetting): Promise<ContactOutcome> {
  const account = accountOf(setting, 'telegram')
  const chatId = 700_000_000 + setting.person
  const answers = new Answers()
  const listen = (channel: string, address: string, text: string) => {
    if (channel === 'telegram' && address === String(chatId)) answers.add(text)
  }
  setting.providers.on('message', listen)
  let messageId = 0
  const sender = {
    id: chatId,
    is_bot: false,
    first_name: `Sim ${setting.person}`,
    language_code: setting.script.locale === 'zh-CN' ? 'zh-hans' : 'en',
  }
  try {
    return await converse(
      setting,
      'telegram',
      (text) => {
        messageId++
        const update = {
          update_id: setting.person * 100 + messageId,
          message: {
            message_id: messageId,
            date: Math.floor(Date.now() / 1000),
            chat: { id: chatId, type: 'private', first_name: sender.first_name },
            from: sender,
            text,
          },
        }
        return postWebhook(`${setting.baseUrl}/hooks/telegram/${account.account}`, JSON.stringify(update), {
          'x-telegram-bot-api-secret-token': account.secret,
        })
      },
      () => answers.next(setting.patienceMs),
    )
  } finally {
    setting.providers.off('message', listen)
  }
}
