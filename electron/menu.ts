/** The menu, as Electron's template of it. */
import type { Command } from '../shared/api.ts'

/** What is used of Electron's MenuItemConstructorOptions. */
export interface MenuEntry {
  label?: string
  type?: 'separator'
  role?:
    | 'cut'
    | 'copy'
    | 'paste'
    | 'selectAll'
    | 'zoomIn'
    | 'zoomOut'
    | 'resetZoom'
    | 'togglefullscreen'
    | 'reload'
    | 'toggleDevTools'
    | 'quit'
  accelerator?: string
  registerAccelerator?: boolean
  click?: () => void
  submenu?: MenuEntry[]
}

export interface MenuParts {
  readonly packaged: boolean
  send(command: Command): void
  about(): void
}

const separator: MenuEntry = { type: 'separator' }

/**
 * Keys that the page hears itself, since they depend on the field in which they are pressed and are the same in the
 * window without Electron: the menu shows them and leaves them alone, or each would be carried out twice.
 */
const shownOnly = { registerAccelerator: false } as const

/** The menu in Chinese. 撤销 and 重做 are the page's: a field's own history knows nothing of the saved report. */
export function menuTemplate({ packaged, send, about }: MenuParts): MenuEntry[] {
  const command = (label: string, name: Command, accelerator: string): MenuEntry => ({
    label,
    accelerator,
    click: () => send(name),
  })
  const development: MenuEntry[] = [
    separator,
    { label: '重新载入', role: 'reload' },
    { label: '开发者工具', role: 'toggleDevTools' },
  ]
  return [
    {
      label: '文件',
      submenu: [
        command('年度报告', 'home', 'CmdOrCtrl+Shift+H'),
        command('导出 Word…', 'export', 'CmdOrCtrl+E'),
        separator,
        command('设置…', 'settings', 'CmdOrCtrl+,'),
        separator,
        { label: '退出', role: 'quit', accelerator: 'CmdOrCtrl+Q' },
      ],
    },
    {
      label: '编辑',
      submenu: [
        { ...command('撤销', 'undo', 'CmdOrCtrl+Z'), ...shownOnly },
        { ...command('重做', 'redo', 'CmdOrCtrl+Y'), ...shownOnly },
        separator,
        { label: '剪切', role: 'cut' },
        { label: '复制', role: 'copy' },
        { label: '粘贴', role: 'paste' },
        { label: '全选', role: 'selectAll' },
      ],
    },
    {
      label: '查看',
      submenu: [
        command('审核', 'check', 'CmdOrCtrl+Shift+C'),
        separator,
        { label: '放大', role: 'zoomIn' },
        { label: '缩小', role: 'zoomOut' },
        { label: '实际大小', role: 'resetZoom' },
        { label: '全屏', role: 'togglefullscreen' },
        ...(packaged ? [] : development),
      ],
    },
    {
      label: '帮助',
      submenu: [
        { ...command('填报说明', 'help', 'F1'), ...shownOnly },
        { label: '使用手册', click: () => send('manual') },
        { label: '关于公开年报', click: about },
      ],
    },
  ]
}

/** The menu of the right mouse button: nothing where there is nothing to copy and nowhere to paste. */
export function contextTemplate(editable: boolean, selected: boolean): MenuEntry[] {
  const copy: MenuEntry = { label: '复制', role: 'copy' }
  if (!editable) return selected ? [copy] : []
  return [{ label: '剪切', role: 'cut' }, copy, { label: '粘贴', role: 'paste' }, { label: '全选', role: 'selectAll' }]
}
