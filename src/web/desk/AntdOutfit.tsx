import { App, ConfigProvider, type ConfigProviderProps, type ThemeConfig } from 'antd'
import english from 'antd/es/locale/en_GB.js'
import chinese from 'antd/es/locale/zh_CN.js'
import { type ReactNode, useLayoutEffect, useState } from 'react'
import { type Tone, useAppearance } from '../../ui/appearance.tsx'
import { useTongue } from '../../ui/tongue.tsx'
import { antdTheme, wornTokens } from './theme.ts'

type Locale = NonNullable<ConfigProviderProps['locale']>

/** TypeScript sees the locale as a CommonJS module, the browser gets the locale itself. */
const localeIn = (found: Locale | { default: Locale }): Locale => ('default' in found ? found.default : found)

/** Dresses antd like the kit, in the tone and the tongue of the reader. */
export function AntdOutfit({ children }: { children: ReactNode }) {
  const { tone } = useAppearance()
  return <AntdDressed tone={tone}>{children}</AntdDressed>
}

export function AntdDressed({ tone, children }: { tone: Tone; children: ReactNode }) {
  const { tongue } = useTongue()
  const [theme, setTheme] = useState<ThemeConfig>(() => antdTheme(tone, wornTokens()))
  // The tokens stand in the style sheet, and change with an attribute of the document that was set just before.
  useLayoutEffect(() => setTheme(antdTheme(tone, wornTokens())), [tone])
  return (
    <ConfigProvider
      theme={theme}
      locale={localeIn(tongue === 'zh' ? chinese : english)}
      button={{ autoInsertSpace: false }}
    >
      <App component={false}>{children}</App>
    </ConfigProvider>
  )
}
