/** The search of 填报说明 and what it finds. */
import { Input, type InputRef } from 'antd'
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react'
import type { CellKey } from '../../shared/forms/form.ts'
import { articleId, findTerms, type Term, type TermKind } from '../../shared/terms/terms.ts'
import './terms.css'

interface TermsListProps {
  /** The term to begin at. */
  readonly first: string | null
  /** Whether the window is there: it takes the focus once while it opens. */
  readonly ready: boolean
  /** Goes to a cell of the open report; null where none is open. */
  readonly onCell: ((key: CellKey) => void) | null
}

const kindWords: Readonly<Record<TermKind, string>> = {
  section: '部分',
  row: '行',
  column: '列',
  rule: '审核规则',
  article: '条例条文',
}

export function TermsList({ first, ready, onCell }: TermsListProps) {
  const [query, setQuery] = useState('')
  const [current, setCurrent] = useState(first)
  const search = useRef<InputRef>(null)
  const list = useRef<HTMLDivElement>(null)
  const found = useMemo(() => findTerms(query), [query])

  useEffect(() => {
    if (!ready) return
    if (current === null) search.current?.focus()
    else goTo(list.current, current)
  }, [ready, current])

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: It only keeps keys of the search from the report beneath.
    <div className="terms" onKeyDown={keepUndo}>
      <div className="terms-search">
        <Input
          ref={search}
          value={query}
          allowClear
          placeholder="查找行、列、规则或条文，如：区分处理，或拼音首字母 qfcl"
          aria-label="查找填报说明"
          onChange={({ target }) => {
            setCurrent(null)
            setQuery(target.value)
          }}
        />
        <span className="terms-count" role="status">
          {query.trim() === '' ? `共${found.length}条` : found.length === 0 ? '没有找到' : `找到${found.length}条`}
        </span>
      </div>
      <div className="terms-found" ref={list}>
        {found.map((term) => (
          <TermEntry
            key={term.id}
            term={term}
            current={term.id === current}
            onCell={onCell}
            onArticle={(id) => {
              setQuery('')
              setCurrent(id)
            }}
          />
        ))}
        {found.length === 0 && <p>没有找到“{query.trim()}”。可以换一个说法，或只写其中两三个字。</p>}
        <p className="terms-source">
          行和列的口径按《中华人民共和国政府信息公开条例》（2019年修订）的条文、国办公开办函〔2021〕30号的格式和已公布的年报整理；条文只列与年报有关的要点，引号内是条文原话。本地另有填报要求的，按本地要求。
        </p>
      </div>
    </div>
  )
}

/** Ctrl+Z and Ctrl+Y take back what was typed in the search, and nothing of the report behind it. */
function keepUndo(event: KeyboardEvent): void {
  if ((event.ctrlKey || event.metaKey) && ['z', 'y'].includes(event.key.toLowerCase())) event.stopPropagation()
}

/** Brings a term into view and the focus to it. */
function goTo(list: HTMLElement | null, id: string): void {
  const entry = [...(list?.querySelectorAll<HTMLElement>('[data-term]') ?? [])].find(
    ({ dataset }) => dataset.term === id,
  )
  entry?.focus()
  entry?.scrollIntoView({ block: 'start' })
}

interface TermEntryProps extends Pick<TermsListProps, 'onCell'> {
  readonly term: Term
  readonly current: boolean
  readonly onArticle: (id: string) => void
}

function TermEntry({ term, current, onCell, onArticle }: TermEntryProps) {
  const { id, kind, title, where, paragraphs, articles, cell } = term
  return (
    <article className={`term${current ? ' term-current' : ''}`} data-term={id} tabIndex={-1} aria-label={title}>
      <h3>
        {title}
        <span className="term-where">
          {kindWords[kind]}
          {where !== '' && ` · ${where}`}
        </span>
      </h3>
      {paragraphs.map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
      <p className="term-links">
        {articles.map(({ name }) => (
          <button key={name} type="button" className="term-link" onClick={() => onArticle(articleId(name))}>
            {name}
          </button>
        ))}
        {cell !== null && onCell && (
          <button type="button" className="term-link" aria-label={`转到表格：${title}`} onClick={() => onCell(cell)}>
            转到表格
          </button>
        )}
      </p>
    </article>
  )
}
