/** Names by which a Linux desktop knows the program and its files. */

/** The kind of a data file. */
export const standardMime = 'application/x-nianbao'

/** What the program does, in a line. */
export const summary = '政府信息公开工作年度报告的填报、审核与导出'

/** The entry of the start menu. `command` starts the program. */
export const desktopEntry = (command: string): string =>
  [
    '[Desktop Entry]',
    'Type=Application',
    'Name=公开年报',
    'GenericName=政府信息公开工作年度报告',
    `Comment=${summary}`,
    `Exec=${command} %f`,
    'Icon=nianbao',
    'Terminal=false',
    'Categories=Office;',
    `MimeType=${standardMime};`,
    'StartupWMClass=nianbao',
    '',
  ].join('\n')

/** What tells the desktop that `*.nianbao` are data files of this program. */
export const mimeEntry = `<?xml version="1.0" encoding="UTF-8"?>
<mime-info xmlns="http://www.freedesktop.org/standards/shared-mime-info">
  <mime-type type="${standardMime}">
    <comment>公开年报的数据文件</comment>
    <icon name="nianbao"/>
    <glob pattern="*.nianbao"/>
    <sub-class-of type="application/json"/>
  </mime-type>
</mime-info>
`
