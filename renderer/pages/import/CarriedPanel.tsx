import { useMemo } from 'react'
import { currentEdition } from '../../../shared/forms/lookup.ts'
import type { Report } from '../../../shared/report.ts'
import { previewCarried } from './carried.ts'
import type { Target } from './useTarget.ts'

/** What this year's report will take over: 上年结转, the texts, the title. */
export function CarriedPanel({ report, target }: { readonly report: Report; readonly target: Target }) {
  const { toYear, unit, taken } = target
  const carried = useMemo(
    () => (report.year === 0 || toYear === null ? null : previewCarried(report, toYear, unit)),
    [report, toYear, unit],
  )
  if (!carried || toYear === null) return <p className="soft">填写文件的年度后，这里列出会带入今年报告的内容。</p>
  return (
    <div className="carried">
      {!taken && <h3>标题</h3>}
      {!taken && <p>{carried.title}</p>}
      {carried.rows && (
        <h3>
          {carried.rows.into}
          <span className="carried-from">由上年“{carried.rows.from}”带入</span>
        </h3>
      )}
      <table className="carried-figures">
        <thead>
          <tr>
            <th scope="col">申请人</th>
            <th scope="col">{toYear}年</th>
          </tr>
        </thead>
        <tbody>
          {carried.figures.map(({ key, name, value }) => (
            <tr key={key}>
              <th scope="row">{name}</th>
              <td className="number">{value ?? <span className="soft">空白，需自行填写</span>}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {taken && <p className="soft">今年的报告中已填的格保留今年的数字。</p>}
      <h3>文字</h3>
      {taken && <p className="soft">今年的报告已在填报，文字不带入。</p>}
      {!taken && carried.texts.length === 0 && <p className="soft">没有可沿用的文字。</p>}
      <ul>
        {(taken ? [] : carried.texts).map(({ id, name, moved }) => (
          <li key={id}>
            {name}
            <span className="soft">
              {moved > 0 ? `：沿用，${moved}处年份改为${toYear}年，逐节待确认` : '：沿用，待修改或确认'}
            </span>
          </li>
        ))}
      </ul>
      <h3>对照</h3>
      <p className="soft">
        上年的数字留作对照，填报时可显示在每格旁。
        {report.form === currentEdition && '现行有效件数不直接带入，填好本年制发和废止后给出推算值，由您确认。'}
        {taken ? '其他各格不改动。' : '其他各格一律空白。'}
      </p>
    </div>
  )
}
