type Locale = 'en' | 'zh-CN'

const words = {
  en: {
    shop: 'Northwind Outdoor',
    other: '中文',
    lead: 'Jackets, tents and boots for people who go out anyway.',
    aside: 'Questions about an order, a size, a bill? Write to us: the button is at the bottom right.',
    goods: [
      ['Ridge jacket', 'Three layers, 410 g', '€ 189'],
      ['Two-person tent', 'Stands in five minutes', '€ 320'],
      ['Trail boots', 'Resoled free of charge, once', '€ 145'],
    ],
  },
  'zh-CN': {
    shop: '北风户外',
    other: 'English',
    lead: '为风雨无阻的人准备的夹克、帐篷和登山靴。',
    aside: '订单、尺码或账单有疑问？点击右下角的按钮，直接联系我们。',
    goods: [
      ['山脊夹克', '三层面料，410 克', '€ 189'],
      ['双人帐篷', '五分钟搭好', '€ 320'],
      ['徒步靴', '免费换底一次', '€ 145'],
    ],
  },
} as const satisfies Record<Locale, unknown>

/** A shop's page that embeds the widget by its one script tag. */
export function demoPage(locale: Locale): string {
  const text = words[locale]
  const goods = text.goods
    .map(([name, about, price]) => `<li><h2>${name}</h2><p>${about}</p><strong>${price}</strong></li>`)
    .join('')
  return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,">
<title>${text.shop}</title>
<style>
  :root { color-scheme: light dark; --line: light-dark(#dfe3e6, #2c3236); --soft: light-dark(#5c666d, #9aa5ac);
    --back: light-dark(#fbfbfa, #15181a); --card: light-dark(#fff, #1c2023) }
  body { margin: 0; font: 16px/1.5 Inter, "Noto Sans SC", system-ui, sans-serif; background: var(--back) }
  header { display: flex; justify-content: space-between; align-items: baseline; padding: 20px 24px; border-bottom: 1px solid var(--line) }
  header b { font-size: 20px; letter-spacing: -.01em } header a { color: inherit }
  main { max-width: 880px; margin: 0 auto; padding: 56px 24px }
  h1 { font-size: 28px; line-height: 1.25; max-width: 22em; margin: 0 0 8px } main > p { color: var(--soft); margin: 0 0 40px }
  ul { list-style: none; margin: 0; padding: 0; display: grid; gap: 16px; grid-template-columns: repeat(auto-fill, minmax(220px, 1fr)) }
  li { background: var(--card); border: 1px solid var(--line); border-radius: 6px; padding: 20px }
  li h2 { font-size: 16px; margin: 0 } li p { margin: 4px 0 20px; font-size: 14px; color: var(--soft) }
  li strong { font-variant-numeric: tabular-nums }
</style>
</head>
<body>
<header><b>${text.shop}</b><a href="?locale=${locale === 'en' ? 'zh-CN' : 'en'}">${text.other}</a></header>
<main><h1>${text.lead}</h1><p>${text.aside}</p><ul>${goods}</ul></main>
<script src="/widget.js" data-account="main" data-locale="${locale}" async></script>
</body>
</html>
`
}
