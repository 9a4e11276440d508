import { type GetRef, Input, Modal } from 'antd'
import { type ClipboardEvent, useId, useRef, useState } from 'react'
import { type Pasted, pastedPage } from './pasted.ts'

interface PasteDialogProps {
  readonly onClose: () => void
  readonly onDone: (pasted: Pasted) => void
}

/** Takes last year's report as text that was copied from a page, from Word or from a PDF. */
export function PasteDialog({ onClose, onDone }: PasteDialogProps) {
  const id = useId()
  const field = useRef<GetRef<typeof Input.TextArea>>(null)
  const [text, setText] = useState('')
  /** The page from which the text comes, as long as nobody changed the text. */
  const [page, setPage] = useState<{ readonly html: string; readonly text: string } | null>(null)
  const [missing, setMissing] = useState(false)

  function paste({ clipboardData, currentTarget }: ClipboardEvent<HTMLTextAreaElement>) {
    const html = pastedPage(clipboardData.getData('text/html'))
    const isAll = currentTarget.selectionStart === 0 && currentTarget.selectionEnd === currentTarget.value.length
    setPage(html !== null && isAll ? { html, text: plainLines(clipboardData.getData('text/plain')) } : null)
  }

  function done() {
    if (text.trim() === '') return setMissing(true)
    onDone(page && page.text === text ? { html: page.html } : { text })
  }

  return (
    <Modal
      open
      title="粘贴上年报告的文字"
      okText="读取"
      onOk={done}
      onCancel={onClose}
      width={760}
      centered
      afterOpenChange={(open) => open && field.current?.focus()}
    >
      <label className="paste-label" htmlFor={id}>
        在网页、Word 或 PDF 里选中整篇报告（连同三张表）并复制，再在下面粘贴（Ctrl+V）：
      </label>
      <Input.TextArea
        id={id}
        ref={field}
        className="paste-text"
        value={text}
        rows={14}
        maxLength={longestText}
        wrap="off"
        spellCheck={false}
        status={missing ? 'error' : ''}
        aria-invalid={missing}
        aria-describedby={`${id}-missing ${id}-note`}
        onPaste={paste}
        onChange={({ target }) => {
          setText(target.value)
          setMissing(false)
        }}
      />
      <div id={`${id}-missing`} className="paste-missing" role="alert">
        {missing && '还没有粘贴文字，请先复制上年报告，再粘贴到上面。'}
      </div>
      <p id={`${id}-note`} className="soft paste-note">
        {page && page.text === text
          ? '已连同表格的格式一起粘贴，将按表格读取。'
          : '表格各格之间的空当不要删。对不上列的数字不会猜测，读取后逐格列出，请照原文填写。'}
      </p>
    </Modal>
  )
}

const longestText = 2_000_000

/** Line ends as a text area has them. */
const plainLines = (text: string): string => text.replace(/\r\n?/g, '\n')
