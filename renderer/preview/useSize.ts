/** The size of an element, kept while the window changes. */
import { type RefObject, useLayoutEffect, useRef, useState } from 'react'
import type { Size } from './zoom.ts'

/** Gives a ref for an element and the size within its scroll bars; null until it is on the screen. */
export function useSize<E extends HTMLElement>(): [RefObject<E | null>, Size | null] {
  const ref = useRef<E>(null)
  const [size, setSize] = useState<Size | null>(null)
  useLayoutEffect(() => {
    const element = ref.current
    if (!element) return
    const measure = () => setSize({ width: element.clientWidth, height: element.clientHeight })
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  return [ref, size]
}
