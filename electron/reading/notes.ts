/** What was met in a document and cannot be carried over, as sentences for the person. */

const names = { picture: '图片', footnote: '脚注', formula: '公式', embedded: '嵌入的对象', textBox: '文本框' } as const

export type Met = keyof typeof names | 'struck'

/** A sentence for each kind of thing that was met. */
export const notesOf = (met: ReadonlyMap<Met, number>): string[] =>
  [...met].map(([kind, count]) =>
    kind === 'struck'
      ? `文件中有${count}处带删除线的文字，请核对是否应当保留。`
      : `文件中有${count}处${names[kind]}，没有带入。`,
  )
