import { useRef, useState } from 'react'
import type { StaffMe } from '../../../../../kernel/people/pages/me.ts'
import { photoKinds } from '../../../../../ui/api/photos.ts'
import { Button } from '../../../../../ui/parts/Button.tsx'
import { Icon } from '../../../../../ui/parts/Icon.tsx'
import { Row, Sheet, Soft } from '../../../../../ui/parts/layout.tsx'
import { Notice } from '../../../../../ui/parts/Notice.tsx'
import { CheckBox } from '../../../../../ui/parts/RadioCards.tsx'
import { Select } from '../../../../../ui/parts/Select.tsx'
import { TextArea } from '../../../../../ui/parts/TextArea.tsx'
import { TextField } from '../../../../../ui/parts/TextField.tsx'
import { useToast } from '../../../../../ui/parts/Toast.tsx'
import { useTongue } from '../../../../../ui/tongue.tsx'
import type { PatrolView } from '../../../model/patrol.ts'
import { suggested } from '../../../rules/patrol.ts'
import { patrolWords as words } from '../words/patrol.ts'
import { Thing } from './Thing.tsx'
import { type Missing, useReport } from './useReport.ts'

const FEW = 6
const missingWords: Readonly<Record<NonNullable<Missing>, keyof typeof words>> = {
  photo: 'needPhoto',
  type: 'needType',
  place: 'needPlace',
}

/** Three taps: a picture, what it is, send. The place comes by itself; everything else may be left out. */
export function Report({ me, view }: { me: StaffMe; view: PatrolView }) {
  const { t } = useTongue()
  const say = useToast()
  const report = useReport(me, view.grids)
  const [tried, setTried] = useState(false)
  const [failed, setFailed] = useState(false)
  const { shots, filled, missing } = report
  const chosen = view.types.find(({ matter }) => matter === filled.matter)
  // A second tap may come before the first has been drawn.
  const onItsWay = useRef(false)
  const send = async () => {
    setTried(true)
    if (missing !== null || !chosen || onItsWay.current) return
    onItsWay.current = true
    const kept = await report.send(t(chosen.name)).finally(() => {
      onItsWay.current = false
    })
    setFailed(!kept)
    if (!kept) return
    setTried(false)
    say(t(words.sentLater))
  }
  return (
    <Sheet title={t(words.report)} acts={<Soft>{t(words.reportedToday(view.reportedToday))}</Soft>}>
      <div className="patrol-report">
        <Shots report={report} />
        {report.refused.map(({ name, why }) => (
          <Notice key={name} tone="bad" title={name} spoken>
            {t(why)}
          </Notice>
        ))}
        {shots.length > 0 ? (
          <>
            <Types
              view={view}
              chosen={filled.matter}
              text={filled.text}
              onChoose={(matter) => report.set({ matter, component: '' })}
            />
            <Where report={report} view={view} />
            <Thing
              types={chosen?.components ?? []}
              spot={report.spot.spot}
              value={filled.component}
              onChange={(component) => report.set({ component })}
            />
            <details className="patrol-more">
              <summary>{t(words.more)}</summary>
              <TextField
                label={t(words.place)}
                hint={t(words.placeHint)}
                value={filled.place}
                onChange={(place) => report.set({ place })}
              />
              <TextArea label={t(words.text)} value={filled.text} onChange={(text) => report.set({ text })} rows={3} />
            </details>
            <CheckBox checked={filled.urgent} onChange={(urgent) => report.set({ urgent })}>
              {t(words.urgent)}
            </CheckBox>
            {failed ? <Notice tone="bad" title={t(words.notKept)} spoken /> : null}
            <div className="patrol-send">
              {tried && missing ? (
                <p className="patrol-missing">{t(words[missingWords[missing]] as typeof words.send)}</p>
              ) : null}
              <Button kind="primary" wide icon="check" onPress={() => void send()}>
                {t(words.send)}
              </Button>
            </div>
          </>
        ) : null}
      </div>
    </Sheet>
  )
}

type Reporting = ReturnType<typeof useReport>

function Shots({ report: { shots, add, remove } }: { report: Reporting }) {
  const { t } = useTongue()
  return (
    <ul className="patrol-shots">
      {shots.map(({ id, preview }, at) => (
        <li key={id}>
          <img src={preview} alt={`${t(words.photo)} ${at + 1}`} />
          <button type="button" className="patrol-drop" aria-label={t(words.removePhoto)} onClick={() => remove(id)}>
            <Icon name="cross" />
          </button>
        </li>
      ))}
      <li className={shots.length === 0 ? 'patrol-first' : ''}>
        <label className="patrol-camera">
          <Icon name="camera" size="2em" />
          <span>{t(shots.length === 0 ? words.takePhoto : words.morePhoto)}</span>
          <input
            className="unseen"
            type="file"
            accept={photoKinds.join(',')}
            capture="environment"
            onChange={(event) => {
              void add([...(event.target.files ?? [])])
              event.target.value = ''
            }}
          />
        </label>
      </li>
    </ul>
  )
}

type TypesProps = { view: PatrolView; chosen: string; text: string; onChoose(matter: string): void }

/** The usual ones first; all of them behind one more tap. */
function Types({ view, chosen, text, onChoose }: TypesProps) {
  const { t } = useTongue()
  const [all, setAll] = useState(false)
  const order = suggested(view.types, text)
  const shown = all ? order : order.filter(({ matter }, at) => at < FEW || matter === chosen)
  const condition = order.find(({ matter }) => matter === chosen)?.conditions[0]
  return (
    <fieldset className="patrol-types">
      <legend className="field-label">{t(words.whatIsIt)}</legend>
      <div className="patrol-type-list">
        {shown.map(({ matter, name }) => (
          <label key={matter} className="patrol-type">
            <input type="radio" name="type" checked={matter === chosen} onChange={() => onChoose(matter)} />
            <span>{t(name)}</span>
          </label>
        ))}
        <Button kind="quiet" onPress={() => setAll(!all)}>
          {t(all ? words.fewerTypes : words.moreTypes)}
        </Button>
      </div>
      {condition ? <Soft>{t(condition)}</Soft> : null}
    </fieldset>
  )
}

function Where({ report: { spot, filled, asksGrid, set }, view }: { report: Reporting; view: PatrolView }) {
  const { t } = useTongue()
  const { accuracy } = spot.spot ?? {}
  const options = view.grids.map(({ code, name }) => ({ value: code, label: name }))
  return (
    <div className="patrol-where">
      <Row push>
        <span role="status">
          <Icon name="pin" />
          {spot.busy
            ? t(words.locating)
            : spot.spot
              ? `${t(words.located)}${accuracy === undefined ? '' : ` ±${accuracy} m`}`
              : t(words.noSpot)}
        </span>
        <Button kind="quiet" icon="target" busy={spot.busy} onPress={() => void spot.find()}>
          {t(words.locateAgain)}
        </Button>
      </Row>
      {asksGrid ? (
        <Select
          label={t(words.grid)}
          value={filled.grid}
          hint={t(spot.busy ? words.chooseMeanwhile : words.chooseGrid)}
          options={options}
          onChange={(grid) => set({ grid })}
        />
      ) : null}
    </div>
  )
}
