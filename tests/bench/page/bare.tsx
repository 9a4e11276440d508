/** A bare controlled input in an otherwise empty React page: what any page costs at the least. */
import { useState } from 'react'
import { createRoot } from 'react-dom/client'

function Bare() {
  const [text, setText] = useState('')
  return <input id="bare" aria-label="输入" value={text} onChange={(event) => setText(event.target.value)} />
}

const root = document.getElementById('root')
if (root) createRoot(root).render(<Bare />)
