import { withQuery } from '../../../../ui/api/reads.ts'
import { Button } from '../../../../ui/parts/Button.tsx'
import { Go } from '../../../../ui/parts/Go.tsx'
import { Page, Row, Soft } from '../../../../ui/parts/layout.tsx'
import { Select } from '../../../../ui/parts/Select.tsx'
import { EmptyState } from '../../../../ui/parts/states.tsx'
import { usePlace } from '../../../../ui/routing/place.ts'
import { useTongue } from '../../../../ui/tongue.tsx'
import { codeWords as words } from '../words/codes.ts'
import './codes.css'

/** So many on a sheet: a poster, two notices, six signs, twelve stickers. */
const sizes = ['1', '2', '6', '12'] as const
type Size = (typeof sizes)[number]

/** `/codes/print?codes=a,b&each=6`: the codes chosen as they will lie on sheets of A4. */
export function PrintCodes() {
  const { t } = useTongue()
  const { search, setSearch } = usePlace()
  const codes = (search.codes ?? '').split(',').filter((code) => /^[0-9a-z]{10}$/.test(code))
  const each: Size = sizes.find((size) => size === search.each) ?? '6'
  const sheets = sheetsOf(codes, Number(each))
  return (
    <Page title={t(words.sheet)} wide>
      <div className="codes-screen">
        <Row>
          <Select
            label={t(words.perSheet)}
            value={each}
            options={sizes.map((size) => ({ value: size, label: t(words.each(Number(size))) }))}
            onChange={(size) => setSearch({ each: size })}
          />
          <Soft>{t(words.pages(codes.length, sheets.length))}</Soft>
        </Row>
        <Row>
          <Button kind="primary" onPress={() => window.print()}>
            {t(words.go)}
          </Button>
          <Go to="/codes" look="plain" icon="back">
            {t(words.back)}
          </Go>
        </Row>
      </div>
      {sheets.length === 0 ? <EmptyState icon="search" title={t(words.printNone)} /> : null}
      <div className="code-sheets">
        {sheets.map((sheet, at) => (
          <section key={sheet[0]} className="code-sheet" data-each={each} aria-label={`${t(words.onSheet)} ${at + 1}`}>
            {sheet.map((code) => (
              <img key={code} src={`/api/channels/entries/${code}/sheet`} alt={code} />
            ))}
          </section>
        ))}
      </div>
    </Page>
  )
}

/** Where the codes chosen are printed. */
export const printAddress = (codes: readonly string[]): string => withQuery('/codes/print', { codes: codes.join(',') })

const sheetsOf = (codes: readonly string[], each: number): readonly (readonly string[])[] =>
  Array.from({ length: Math.ceil(codes.length / each) }, (_, at) => codes.slice(at * each, (at + 1) * each))
