import { App, ConfigProvider } from 'antd'
import enUS from 'antd/locale/en_US'
import zhCN from 'antd/locale/zh_CN'
import { type ReactNode, useLayoutEffect, useState } from 'react'
import { antdTheme, readPageToken } from './antd-theme.ts'
import { type Appearance, applyAppearance } from './appearance.ts'
import { useSystemDark } from './use-system-dark.ts'

const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? ''

/** Dresses the page and antd in the person's theme, text size and language. */
export function Look({ appearance, children }: { readonly appearance: Appearance; readonly children: ReactNode }) {
  const systemDark = useSystemDark()
  const [theme, setTheme] = useState(() => dress(appearance, systemDark))
  useLayoutEffect(() => {
    setTheme(dress(appearance, systemDark))
  }, [appearance, systemDark])
  return (
    <ConfigProvider
      csp={{ nonce }}
      locale={appearance.language === 'en' ? enUS : zhCN}
      theme={theme}
      button={{ autoInsertSpace: false }}
      wave={{ disabled: true }}
      getPopupContainer={deskOf}
    >
      <App component={false} notification={{ placement: 'bottom' }}>
        {children}
      </App>
    </ConfigProvider>
  )
}

function dress(appearance: Appearance, systemDark: boolean) {
  applyAppearance(appearance, systemDark)
  return antdTheme(readPageToken)
}

/** Lists that drop down belong to the desk they are opened from, for those who move by landmarks. */
function deskOf(trigger?: HTMLElement): HTMLElement {
  return trigger?.closest('main') ?? document.body
}
