import { useState } from 'react'
import { Button } from '../../../../ui/parts/Button.tsx'
import { Go } from '../../../../ui/parts/Go.tsx'
import { Page, Row, Sheet, Stack } from '../../../../ui/parts/layout.tsx'
import { Notice } from '../../../../ui/parts/Notice.tsx'
import { Loaded } from '../../../../ui/parts/states.tsx'
import { Table } from '../../../../ui/parts/Table.tsx'
import { TextField } from '../../../../ui/parts/TextField.tsx'
import { usePlace } from '../../../../ui/routing/place.ts'
import { useTongue } from '../../../../ui/tongue.tsx'
import { uiWords } from '../../../../ui/words.ts'
import { pressed } from '../../policy/rights.ts'
import { scopes } from '../../words.ts'
import { useRights } from './History.tsx'
import { useRoles } from './PostForm.tsx'
import { useHolds } from './Units.tsx'
import { roleWords as words } from './words/roles.ts'

/** `/admin/roles`: every role with its scope and how many carry it. */
export function Roles() {
  const { t, count } = useTongue()
  const read = useRoles()
  const rights = useRights()
  const shapes = useHolds('organisations.roles')
  const [fresh, setFresh] = useState(false)
  const known = (rights.data?.rows ?? []).map(({ right }) => right)
  const acts = shapes ? (
    <Button kind="primary" icon="plus" onPress={() => setFresh(true)}>
      {t(words.fresh)}
    </Button>
  ) : null
  return (
    <Page title={t(words.title)} lead={t(words.lead)} wide acts={acts}>
      <Stack>
        {shapes ? null : <Notice title={t(words.readOnly)} />}
        {fresh ? <Fresh onClose={() => setFresh(false)} /> : null}
        <Loaded read={read}>
          {({ rows }) => (
            <Table
              caption={t(words.title)}
              hideCaption
              rows={rows}
              rowId={({ id }) => id}
              columns={[
                { id: 'name', title: t(words.name), cell: ({ id, name }) => <Go to={`/admin/roles/${id}`}>{name}</Go> },
                { id: 'scope', title: t(words.scope), cell: ({ scope }) => t(scopes[scope]) },
                {
                  id: 'buttons',
                  title: t(words.buttons),
                  align: 'end',
                  cell: (role) => count(pressed(role.rights, known).length),
                },
                { id: 'holders', title: t(words.holders), align: 'end', cell: ({ holders }) => count(holders) },
              ]}
            />
          )}
        </Loaded>
      </Stack>
    </Page>
  )
}

/** A role begins with its code; everything else is on its own page. */
function Fresh({ onClose }: { onClose(): void }) {
  const { t } = useTongue()
  const { go } = usePlace()
  const [code, setCode] = useState('')
  const [tried, setTried] = useState(false)
  const isCode = /^[a-z][a-z0-9-]{1,39}$/.test(code)
  return (
    <Sheet title={t(words.fresh)}>
      <TextField
        label={t(words.code)}
        hint={t(words.codeHint)}
        value={code}
        onChange={setCode}
        error={tried && !isCode ? t(words.codeBad) : undefined}
        required
      />
      <Row>
        <Button
          kind="primary"
          onPress={() => {
            setTried(true)
            if (isCode) go(`/admin/roles/role_${code}`)
          }}
        >
          {t(uiWords.next)}
        </Button>
        <Button onPress={onClose}>{t(uiWords.cancel)}</Button>
      </Row>
    </Sheet>
  )
}
