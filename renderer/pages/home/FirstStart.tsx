import { Button } from 'antd'

/** The ways to begin a report. */
export interface Begin {
  readonly onImport: () => void
  readonly onBlank: () => void
  readonly onExample: () => void
}

/** The first start: two large choices, and an example to look at. */
export function FirstStart({ onImport, onBlank, onExample }: Begin) {
  return (
    <section className="first-start" aria-labelledby="first-start-heading">
      <h1 id="first-start-heading">编写政府信息公开工作年度报告</h1>
      <p className="soft">所有内容只保存在这台电脑上，不会上传。</p>
      <div className="first-choices">
        <button type="button" className="first-choice" onClick={onImport}>
          <strong>导入上年报告</strong>
          <span>
            选择去年的文件（Word、WPS、PDF、网页、表格都可以），也可以直接拖进窗口。核对后，上年结转和文字会带入今年的报告。
          </span>
          <em>推荐：有去年的文件时用这个</em>
        </button>
        <button type="button" className="first-choice" onClick={onBlank}>
          <strong>新建空白报告</strong>
          <span>没有去年的文件，从空白的表格和文字开始填写。以后仍可再导入上年报告对照。</span>
          <em>只需填单位名称和年度</em>
        </button>
      </div>
      <p>
        还不熟悉？
        <Button type="link" size="small" onClick={onExample}>
          看一份一分钟示例
        </Button>
        <span className="soft">打开一份填好的样本，可以随意改动，不影响您的报告。</span>
      </p>
    </section>
  )
}
