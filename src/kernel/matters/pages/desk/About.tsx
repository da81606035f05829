import { Facts, Sheet, Stack } from '../../../../ui/parts/layout.tsx'
import { Table } from '../../../../ui/parts/Table.tsx'
import { useTongue } from '../../../../ui/tongue.tsx'
import type { Matter, ServicePromise } from '../../model.ts'
import {
  audienceWords,
  confirmWords,
  dutyWords,
  kindWords,
  markWords,
  promiseWord,
  statusWords,
  termWords,
} from '../../words.ts'
import { useUnitNames } from './units.ts'
import { catalogueWords, matterWords as words } from './words/catalogue.ts'
import { issuerWords, needWords, paperFormWords, paperWords } from './words/papers.ts'

/** What a matter says of itself, duty, ladder of a no and rating included. */
export function About({ matter }: { matter: Matter }) {
  const { t } = useTongue()
  const units = useUnitNames()
  const { duty, rating, conditions = [], papers } = matter
  const rated = rating.rectify ? `${t(words.asked)} · ${t(words.rectify)}` : t(words.asked)
  const duties = duty.unit
    ? `${t(dutyWords[duty.rule])} · ${units.get(duty.unit) ?? duty.unit}`
    : t(dutyWords[duty.rule])
  return (
    <Stack>
      <Sheet>
        <Facts
          facts={[
            { label: t(catalogueWords.status), value: t(statusWords[matter.status]) },
            { label: t(catalogueWords.version), value: matter.version },
            { label: t(catalogueWords.category), value: matter.category.join(' / ') },
            { label: t(catalogueWords.kind), value: t(kindWords[matter.kind]) },
            { label: t(words.audience), value: matter.audience.map((one) => t(audienceWords[one])).join(' · ') },
            { label: t(words.duty), value: duties },
            { label: t(words.refusal), value: t(confirmWords[matter.refusalLadder.confirmAt]) },
            { label: t(words.rating), value: rating.asked ? rated : t(words.notAsked) },
            { label: t(words.urgent), value: matter.urgent ? t(words.yes) : null },
            { label: t(words.internal), value: matter.internal ? t(words.yes) : null },
            { label: t(catalogueWords.from), value: matter.effectiveFrom },
            { label: t(catalogueWords.until), value: matter.effectiveTo },
            { label: t(words.words), value: matter.intakeWords.join(' · '), wide: true },
            { label: t(words.source), value: matter.sourceDoc, wide: true },
          ]}
        />
      </Sheet>
      <Listed title={t(words.conditions)} lines={conditions.map((one) => t(one))} />
      <Papers papers={papers} />
    </Stack>
  )
}

/** What is asked for, how, and what makes it acceptable. */
function Papers({ papers }: Pick<Matter, 'papers'>) {
  const { t } = useTongue()
  if (papers.length === 0) return null
  return (
    <Sheet title={t(words.papers)}>
      <Table
        caption={t(words.papers)}
        hideCaption
        rows={papers}
        rowId={({ key }) => key}
        columns={[
          { id: 'name', title: t(words.papers), cell: ({ name }) => t(name) },
          { id: 'need', title: t(paperWords.need), cell: ({ need, when }) => (when ? t(when) : t(needWords[need])) },
          { id: 'form', title: t(paperWords.form), cell: ({ form }) => t(paperFormWords[form]) },
          { id: 'copies', title: t(paperWords.copies), align: 'end', cell: ({ copies }) => copies },
          {
            id: 'issuer',
            title: t(paperWords.issuedBy),
            cell: ({ issuedBy }) => (issuedBy ? t(issuerWords[issuedBy]) : null),
          },
          {
            id: 'standard',
            title: t(paperWords.standardZh),
            cell: ({ standard }) => (standard ? t(standard) : null),
          },
          { id: 'basis', title: t(paperWords.basis), cell: ({ basis }) => basis },
        ]}
      />
    </Sheet>
  )
}

function Listed({ title, lines }: { title: string; lines: readonly string[] }) {
  if (lines.length === 0) return null
  return (
    <Sheet title={title}>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </Sheet>
  )
}

/** Every promise with the paper it rests on and the days it holds. */
export function Promises({ matter }: { matter: Matter }) {
  const { t } = useTongue()
  const extension = ({ maxExtensions = 0, extension: by, term }: ServicePromise) =>
    maxExtensions === 0 ? '' : `${maxExtensions} × ${t(termWords(by ?? term))}`
  return (
    <Table<ServicePromise>
      caption={t(words.promises)}
      hideCaption
      rows={matter.promises}
      rowId={({ key, from }) => `${key} ${from}`}
      columns={[
        { id: 'what', title: t(words.what), cell: ({ key }) => t(promiseWord(key)) },
        { id: 'term', title: t(words.term), cell: ({ term }) => t(termWords(term)) },
        { id: 'extension', title: t(words.extension), cell: extension },
        { id: 'pausable', title: t(words.pausable), cell: ({ pausable }) => (pausable ? t(words.yes) : '') },
        { id: 'from', title: t(catalogueWords.from), cell: ({ from }) => from },
        { id: 'until', title: t(catalogueWords.until), cell: ({ until }) => until ?? t(words.forEver) },
        { id: 'mark', title: t(words.mark), cell: ({ mark }) => `${mark} ${t(markWords[mark])}` },
        { id: 'source', title: t(words.source), cell: ({ source }) => source },
      ]}
    />
  )
}
