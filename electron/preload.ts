/** What the page gets of this program: one function that asks, and one that hears the menu. Nothing else. */
import { contextBridge, ipcRenderer } from 'electron'
import type { Bridge, Command } from '../shared/api.ts'
import { callChannel, commandChannel } from './channels.ts'

const bridge: Bridge = {
  call: (name, input) => ipcRenderer.invoke(callChannel, name, input),
  onCommand(listener) {
    const heard = (_event: unknown, command: Command) => listener(command)
    ipcRenderer.on(commandChannel, heard)
    return () => void ipcRenderer.removeListener(commandChannel, heard)
  },
}

contextBridge.exposeInMainWorld('nianbao', bridge)
