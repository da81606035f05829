import { useState } from 'react'
import { Button } from '../../../../ui/parts/Button.tsx'
import { Sheet, Stack } from '../../../../ui/parts/layout.tsx'
import { Table } from '../../../../ui/parts/Table.tsx'
import { useTongue } from '../../../../ui/tongue.tsx'
import { settingWords as words } from '../words/settings.ts'
import { Editing } from './Setting.tsx'

export type Organ = { readonly id: string; readonly name: string; readonly word: string; readonly version: number }

/** The letters by which each office is known in its numbers; its short name until somebody gives it others. */
export function Organs({ organs }: { organs: readonly Organ[] }) {
  const { t } = useTongue()
  const [open, setOpen] = useState<string | null>(null)
  const chosen = organs.find(({ id }) => id === open)
  return (
    <Stack>
      {chosen ? (
        <Sheet title={chosen.name}>
          <Editing
            key={`${chosen.id} ${chosen.version}`}
            setting={{
              key: `word/${chosen.id}`,
              version: chosen.version,
              body: { text: chosen.word },
              changedAt: null,
              changedBy: null,
            }}
            onClose={() => setOpen(null)}
          />
        </Sheet>
      ) : null}
      <Table<Organ>
        caption={t(words.organs)}
        hideCaption
        rows={organs}
        rowId={({ id }) => id}
        columns={[
          { id: 'name', title: t(words.office), cell: ({ name }) => name },
          { id: 'word', title: t(words.word), cell: ({ word }) => word },
          {
            id: 'act',
            title: t(words.edit),
            cell: ({ id, name }) => (
              <Button kind="quiet" name={`${t(words.edit)} ${name}`} onPress={() => setOpen(id)}>
                {t(words.edit)}
              </Button>
            ),
          },
        ]}
      />
    </Stack>
  )
}
