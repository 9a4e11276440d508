/** One question to the main process whose answer a page lives on. */
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Answer } from '../../../shared/answers.ts'

interface Asked<T> {
  /** The last good answer; it stays while it is asked again. */
  readonly value: T | null
  readonly failure: string | null
  readonly again: () => Promise<void>
}

/** A call that breaks off is a failed answer like any other. */
export async function answered<T>(call: Promise<Answer<T>>): Promise<Answer<T>> {
  try {
    return await call
  } catch {
    return {
      ok: false,
      message: '程序内部没有回应，这一步没有完成，已保存的内容不受影响，请重试；仍不行时请重新启动程序。',
    }
  }
}

/** Asks once at the start and again on demand; an answer that comes too late is not shown. */
export function useAnswer<T>(ask: () => Promise<Answer<T>>): Asked<T> {
  const [value, setValue] = useState<T | null>(null)
  const [failure, setFailure] = useState<string | null>(null)
  const latest = useRef(0)
  const asking = useRef(ask)
  const again = useCallback(async () => {
    latest.current += 1
    const number = latest.current
    const answer = await answered(asking.current())
    if (number !== latest.current) return
    if (answer.ok) setValue(answer.value)
    setFailure(answer.ok ? null : answer.message)
  }, [])
  useEffect(() => {
    void again()
    return () => {
      latest.current += 1
    }
  }, [again])
  return { value, failure, again }
}
