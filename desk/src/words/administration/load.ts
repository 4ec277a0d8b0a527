import { i18n } from '@lingui/core'
import { administrationEn } from './en.ts'
import { administrationZhCN } from './zh-CN.ts'

// Most people never open these views: their words come with them.
i18n.load({ en: administrationEn, 'zh-CN': administrationZhCN })
