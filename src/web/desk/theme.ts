import { type ThemeConfig, theme } from 'antd'
import type { Tone } from '../../ui/appearance.tsx'

/** The tokens of the kit as antd wants them; there is one source of colours, the style sheet. */
export function antdTheme(tone: Tone, token: (name: string) => string): ThemeConfig {
  return {
    algorithm: tone === 'dark' ? theme.darkAlgorithm : theme.defaultAlgorithm,
    token: {
      colorPrimary: token('--act'),
      colorInfo: token('--act'),
      colorLink: token('--link'),
      colorSuccess: token('--light-green'),
      colorWarning: token('--light-yellow'),
      colorError: token('--light-red'),
      colorText: token('--ink'),
      colorTextSecondary: token('--ink-soft'),
      colorTextTertiary: token('--ink-faint'),
      colorTextPlaceholder: token('--ink-faint'),
      colorTextDescription: token('--ink-soft'),
      colorBgLayout: token('--ground'),
      colorBgContainer: token('--sheet'),
      colorBgElevated: token('--raised'),
      colorBorder: token('--edge'),
      colorBorderSecondary: token('--line'),
      colorSplit: token('--line'),
      fontFamily: token('--font'),
      fontSize: Number.parseInt(token('--text-m'), 10) || 14,
      borderRadius: 6,
      controlHeight: Number.parseInt(token('--target'), 10) || 32,
      motionDurationMid: '0.12s',
      // Where the keyboard is shows alike on every control, also on one that is wrong.
      controlOutline: token('--focus'),
      controlOutlineWidth: 3,
      colorErrorOutline: token('--focus'),
      wireframe: false,
    },
    components: {
      // The dark algorithm would mute the colour that says what to press.
      Button: {
        colorPrimary: token('--act'),
        colorPrimaryHover: token('--act-hover'),
        primaryColor: token('--on-act'),
        primaryShadow: 'none',
      },
      Table: {
        cellPaddingBlockSM: 7,
        headerBg: token('--sunken'),
        headerColor: token('--ink-soft'),
        rowHoverBg: token('--act-soft'),
      },
    },
  }
}

/** Reads the tokens the document wears now. */
export function wornTokens(): (name: string) => string {
  const worn = getComputedStyle(document.documentElement)
  return (name) => worn.getPropertyValue(name).trim()
}
