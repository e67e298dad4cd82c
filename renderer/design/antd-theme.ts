import { type ThemeConfig, theme } from 'antd'

export type ReadToken = (name: `--${string}`) => string

/** Reads tokens.css as it applies to the page now. */
export function readPageToken(name: `--${string}`): string {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim()
}

/** antd's tokens, taken from tokens.css so that each value is written once. */
export function antdTheme(read: ReadToken): ThemeConfig {
  const fontSize = Number.parseFloat(read('--text-size'))
  const paper = read('--paper')
  const raised = read('--paper-raised')
  const ink = read('--ink')
  const muted = read('--ink-muted')
  const line = read('--line')
  const lineStrong = read('--line-strong')
  const accent = read('--accent')
  return {
    // Not antd's dark algorithm: it would shift the colours that tokens.css has already chosen for the dark.
    algorithm: theme.defaultAlgorithm,
    token: {
      fontFamily: read('--font-ui'),
      fontSize,
      controlHeight: fontSize * 2.25,
      borderRadius: Number.parseFloat(read('--radius')),
      colorTextBase: ink,
      colorWhite: read('--on-accent'),
      colorPrimary: accent,
      colorPrimaryBg: read('--accent-soft'),
      colorPrimaryBgHover: read('--accent-soft'),
      colorPrimaryHover: read('--accent-strong'),
      colorPrimaryActive: read('--accent-strong'),
      colorPrimaryText: accent,
      colorTextLightSolid: read('--on-accent'),
      colorLink: accent,
      colorLinkHover: read('--accent-strong'),
      colorLinkActive: read('--accent-strong'),
      colorInfo: accent,
      colorSuccess: read('--ok'),
      colorWarning: read('--warn'),
      colorError: read('--danger'),
      colorText: ink,
      colorTextSecondary: muted,
      colorTextTertiary: muted,
      colorTextDescription: muted,
      colorTextPlaceholder: muted,
      colorTextHeading: ink,
      colorIcon: muted,
      colorBgBase: paper,
      colorBgLayout: paper,
      colorBgContainerDisabled: read('--paper-sunken'),
      colorBgContainer: raised,
      colorBgElevated: raised,
      colorBorder: lineStrong,
      colorBorderSecondary: line,
      colorSplit: line,
      controlItemBgActive: read('--accent-soft'),
      controlItemBgActiveHover: read('--accent-soft'),
      controlItemBgHover: read('--paper-sunken'),
      boxShadow: read('--shadow-overlay'),
      boxShadowSecondary: read('--shadow-overlay'),
      motion: read('--transition') !== '0ms',
    },
    components: {
      Button: {
        fontWeight: 500,
        primaryShadow: 'none',
        defaultShadow: 'none',
        dangerShadow: 'none',
        textTextColor: muted,
      },
      Segmented: { trackBg: read('--paper-sunken'), itemSelectedBg: raised, itemColor: muted, itemSelectedColor: ink },
      Tooltip: { colorBgSpotlight: ink, colorTextLightSolid: paper },
    },
  }
}
