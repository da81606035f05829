import { useRef, useState } from 'react'
import { withQuery } from '../../ui/api/reads.ts'
import '../../ui/parts/Field.css'
import { Icon } from '../../ui/parts/Icon.tsx'
import { usePlace } from '../../ui/routing/place.ts'
import { useShortcut } from '../../ui/shortcut.ts'
import { useTongue } from '../../ui/tongue.tsx'
import { deskWords as words } from './words.ts'

/** Leads to `/search?q=…`; the key / puts the cursor here from anywhere. */
export function SearchBox() {
  const { t } = useTongue()
  const { search, go } = usePlace()
  const [text, setText] = useState(search.q ?? '')
  const box = useRef<HTMLInputElement>(null)
  useShortcut('/', () => box.current?.focus(), words.search)
  return (
    <search className="desk-search">
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (text.trim() !== '') go(withQuery('/search', { q: text.trim() }))
        }}
      >
        <input
          ref={box}
          className="control"
          type="search"
          aria-label={t(words.search)}
          aria-keyshortcuts="/"
          title={t(words.searchKey)}
          placeholder={t(words.search)}
          value={text}
          maxLength={100}
          onChange={(event) => setText(event.target.value)}
        />
        <span className="desk-key" aria-hidden="true">
          /
        </span>
      </form>
      <Icon name="search" />
    </search>
  )
}
