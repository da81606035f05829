/** Keys whose values never reach a log, whatever they hold. */
const secretKeys =
  /^(name|phone|mobile|email|address|password|passcode|code|token|secret|cookie|set-cookie|authorization|id_?(number|card)|birth.*|text|content|body|query|parameters|detail|where)$/i

/** Mobile numbers, citizen numbers (GB 11643) and mail addresses inside a sentence. */
const personal = /(?<![\w])1[3-9]\d{9}(?!\d)|(?<![\w])\d{17}[\dXx](?!\w)|[\w.+-]+@[\w-]+\.[\w.-]+/g

const DEEPEST = 6

/**
 * A copy of facts fit for a log: secret keys masked, personal numbers masked inside texts, errors unfolded
 * to type, message, code and stack. A database's `detail` quotes whole rows, therefore it is left out.
 */
export function redact(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return value.replace(personal, '***')
  if (typeof value === 'bigint') return String(value)
  if (value === null || typeof value !== 'object') return value
  if (depth >= DEEPEST) return '…'
  if (value instanceof Error) return redactError(value, depth)
  if (Array.isArray(value)) return value.slice(0, 50).map((item) => redact(item, depth + 1))
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, secretKeys.test(key) ? '***' : redact(item, depth + 1)]),
  )
}

function redactError(error: Error, depth: number): object {
  const { name, message, stack, cause } = error
  const fault = 'code' in error ? { fault: String(error.code) } : {}
  const because = cause === undefined ? {} : { cause: redact(cause, depth + 1) }
  return { type: name, message: redact(message), ...fault, stack: redact(stack), ...because }
}
