/** The sub-headings of section six that a province prescribes: one a line, for all reports of the unit. */
import { Input } from 'antd'
import { useId, useState } from 'react'
import { plainHeading } from '../../../shared/narrative/outline.ts'

interface SubheadingsFieldProps {
  readonly value: readonly string[]
  readonly failure: string | null
  onSave(subheadings: string[]): void
}

const most = 20
const longest = 100

const headingsOf = (typed: string): string[] =>
  [...new Set(typed.split('\n').map(plainHeading))]
    .filter((heading) => heading !== '')
    .slice(0, most)
    .map((heading) => heading.slice(0, longest))

export function SubheadingsField({ value, failure, onSave }: SubheadingsFieldProps) {
  const id = useId()
  const [typed, setTyped] = useState<string | null>(null)
  const save = () => {
    if (typed === null) return
    const headings = headingsOf(typed)
    setTyped(null)
    if (headings.join('\n') !== value.join('\n')) onSave(headings)
  }
  return (
    <>
      <label htmlFor={id}>第六部分小标题</label>
      <div>
        <Input.TextArea
          id={id}
          value={typed ?? value.join('\n')}
          autoSize={{ minRows: 2, maxRows: 6 }}
          placeholder="本省规定的，每行一个，如：收取信息处理费情况"
          aria-describedby={`${id}-note`}
          onChange={({ target }) => setTyped(target.value)}
          onBlur={save}
        />
        <p className="soft field-note step-note" id={`${id}-note`}>
          填一次，本单位以后各年都用；没有规定的不填。不用写序号。
        </p>
        {failure !== null && (
          <p className="field-problem" role="alert">
            {failure}
          </p>
        )}
      </div>
    </>
  )
}
