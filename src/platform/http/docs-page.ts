type Schema = Readonly<Record<string, unknown>>
type Content = Readonly<Record<string, { readonly schema?: Schema }>>
type Parameter = { readonly name: string; readonly in: string; readonly required?: boolean; readonly schema?: Schema }
type Operation = {
  readonly tags?: readonly string[]
  readonly summary?: string
  readonly description?: string
  readonly parameters?: readonly Parameter[]
  readonly requestBody?: { readonly content?: Content }
  readonly responses?: Readonly<Record<string, { readonly description?: string; readonly content?: Content }>>
}

/** As much of an OpenAPI document as the reader page shows. */
export type Description = {
  readonly info: { readonly title: string; readonly version: string }
  readonly paths?: Readonly<Record<string, Readonly<Record<string, Operation>>>>
}

type Entry = { method: string; path: string; operation: Operation }

/** One page of plain HTML, without script: every operation under its tag, folded until it is asked for. */
export function readerPage({ info, paths = {} }: Description): string {
  const entries = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]): Entry => ({ method, path, operation })),
  )
  const tags = [...new Set(entries.map(tagOf))].toSorted()
  const sections = tags.map((tag) =>
    section(
      tag,
      entries.filter((entry) => tagOf(entry) === tag),
    ),
  )
  const links = tags.map((tag) => `<a href="#${escaped(tag)}">${escaped(tag)}</a>`)
  return `<!doctype html><html lang="zh"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escaped(info.title)} API</title><style>${style}</style></head><body>
<header><h1>${escaped(info.title)} API</h1><p>${escaped(info.version)} · <a href="/api/docs/openapi.json">openapi.json</a> (3.1)</p>
<nav>${links.join(' ')}</nav></header><main>${sections.join('')}</main></body></html>`
}

const tagOf = ({ operation, path }: Entry) => operation.tags?.[0] ?? path.split('/')[2] ?? 'api'

const section = (tag: string, entries: readonly Entry[]) =>
  `<section id="${escaped(tag)}"><h2>${escaped(tag)}</h2>${entries.map(entryHtml).join('')}</section>`

function entryHtml({ method, path, operation }: Entry): string {
  const rows = (operation.parameters ?? []).map(
    (one) =>
      `<tr><td><code>${escaped(one.name)}</code>${one.required ? ' *' : ''}</td><td>${escaped(one.in)}</td><td>${kindOf(one.schema)}</td></tr>`,
  )
  const answers = Object.entries(operation.responses ?? {}).map(
    ([status, answer]) =>
      `<h4>${escaped(status)} ${escaped(answer.description ?? '')}</h4>${contentHtml(answer.content)}`,
  )
  return `<details><summary><b class="${method}">${method.toUpperCase()}</b> <code>${escaped(path)}</code> ${escaped(operation.summary ?? '')}</summary>
${operation.description ? `<p>${escaped(operation.description)}</p>` : ''}
${rows.length > 0 ? `<table><tr><th>parameter</th><th>in</th><th>type</th></tr>${rows.join('')}</table>` : ''}
${operation.requestBody ? `<h4>body</h4>${contentHtml(operation.requestBody.content)}` : ''}${answers.join('')}</details>`
}

const contentHtml = (content: Content = {}) =>
  Object.entries(content)
    .map(
      ([kind, { schema }]) =>
        `<p><code>${escaped(kind)}</code></p><pre>${escaped(JSON.stringify(schema, null, 2))}</pre>`,
    )
    .join('')

const kindOf = (schema: Schema = {}) =>
  escaped(
    [schema.type, schema.format, schema.pattern, schema.enum && JSON.stringify(schema.enum)].filter(Boolean).join(' '),
  )

const escaped = (text: string) =>
  text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? '')

const style = `body{font:15px/1.6 system-ui,"Noto Sans CJK SC",sans-serif;margin:0 auto;max-width:64rem;padding:1rem;color:#1d2733}
nav a{margin-right:1rem}details{border:1px solid #d8dee6;border-radius:6px;margin:.4rem 0;padding:.4rem .8rem;overflow-x:auto}
summary{cursor:pointer}summary b{display:inline-block;min-width:4.5em}.get{color:#0b6}.post{color:#06c}.delete{color:#b30}.put,.patch{color:#a60}
pre{background:#f5f7fa;padding:.6rem;overflow:auto;font-size:13px}table{border-collapse:collapse}td,th{border:1px solid #d8dee6;padding:.2rem .6rem;text-align:left}`
