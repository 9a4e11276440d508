/** The page's entry. */
import { createRoot } from 'react-dom/client'
import { type Bridge, clientOf } from '../shared/api.ts'
import { App } from './app/App.tsx'
import './app/app.css'

declare global {
  interface Window {
    readonly nianbao: Bridge
  }
}

const root = document.getElementById('root')
if (root) createRoot(root).render(<App client={clientOf(window.nianbao)} bridge={window.nianbao} />)
