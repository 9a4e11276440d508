/** 成文日期: chosen in the calendar or typed; what is no day is refused by a word, not dropped. */
import { App, DatePicker } from 'antd'
import dayjs from 'dayjs'
import 'dayjs/locale/zh-cn'
import { useState } from 'react'
import { typedDay } from './typedDay.ts'

// The calendar's days and months are the date library's, not the locale's of the components.
dayjs.locale('zh-cn')

interface SignatureDateProps {
  readonly id: string
  /** As `2026-01-21`; empty while there is none. */
  readonly value: string
  readonly onChange: (day: string) => void
}

const shown = 'YYYY年M月D日'

export function SignatureDate({ id, value, onChange }: SignatureDateProps) {
  const { message } = App.useApp()
  const [open, setOpen] = useState(false)

  /** Takes what was typed in a way the calendar does not read. */
  function take(text: string): void {
    const plain = text.trim()
    if (plain === '' || plain === (value && dayjs(value).format(shown))) return
    const day = typedDay(plain)
    if (day !== null) {
      if (day !== value) onChange(day)
      return
    }
    const kept = value === '' ? '仍是空白' : '没有改动'
    const words = `“${plain}”不是完整的日期，没有填入，成文日期${kept}。请按2026年1月20日的样子填写。`
    // Told once, though it is looked at again when the field is left.
    void message.warning({ key: 'date', content: words, duration: 10 })
  }

  return (
    <DatePicker
      id={id}
      value={value === '' ? null : dayjs(value)}
      format={shown}
      open={open}
      onOpenChange={setOpen}
      onChange={(day) => onChange(day ? day.format('YYYY-MM-DD') : '')}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== 'Tab') return
        if (!(event.target instanceof HTMLInputElement)) return
        take(event.target.value)
        setOpen(false)
      }}
      onBlur={({ target }) => {
        if (target instanceof HTMLInputElement) take(target.value)
      }}
    />
  )
}
