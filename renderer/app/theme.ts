/** Colours and sizes of the window: quiet, one accent colour. antd takes them from here, our own CSS from app.css. */
import type { ThemeConfig } from 'antd'

export const accent = '#1f5fa6'

export const theme: ThemeConfig = {
  token: {
    colorPrimary: accent,
    colorLink: accent,
    colorTextPlaceholder: '#6b7280',
    colorError: '#b42318',
    borderRadius: 4,
    fontSize: 14,
    fontFamily: '"Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", "WenQuanYi Micro Hei", sans-serif',
    motion: false,
  },
}
