import { Button, DatePicker, Input, Select, Space, Table, Tag } from 'antd'
import { Light } from '../../../ui/parts/Light.tsx'
import { Sheet } from '../../../ui/parts/layout.tsx'
import { useTongue } from '../../../ui/tongue.tsx'
import { AntdDressed } from '../../desk/AntdOutfit.tsx'
import type { Outfit } from '../outfit.ts'
import { galleryWords as words } from '../words.ts'

const rows = [
  { id: 'QS-20261120-0042', what: words.caseTitle, unit: words.unitLight, light: 'yellow', left: words.leftYellow },
  { id: 'QS-20261121-0007', what: words.kindNoise, unit: words.unitStreet, light: 'green', left: words.leftGreen },
  { id: 'QS-20261109-0113', what: words.kindWater, unit: words.unitCity, light: 'red', left: words.leftRed },
] as const

/** What the desk takes from antd, in our colours. */
export function Antd({ outfit }: { outfit: Outfit }) {
  const { t } = useTongue()
  return (
    <AntdDressed tone={outfit.tone}>
      <Sheet title={t(words.antd)}>
        <Space wrap>
          <Input.Search placeholder={t(words.caseNumber)} aria-label={t(words.caseNumber)} />
          <Select
            style={{ width: 160 }}
            aria-label={t(words.kind)}
            defaultValue="road"
            options={[
              { value: 'road', label: t(words.kindRoad) },
              { value: 'noise', label: t(words.kindNoise) },
            ]}
          />
          <DatePicker.RangePicker />
          <Button type="primary">{t(words.submit)}</Button>
          <Button>{t(words.later)}</Button>
          <Tag color="blue">{t(words.tabUnit)}</Tag>
        </Space>
        <div style={{ overflowX: 'auto' }}>
          <Table
            size="small"
            rowKey="id"
            pagination={false}
            style={{ minWidth: 640 }}
            rowSelection={{ getTitleCheckboxProps: () => ({ 'aria-label': t(words.list) }) }}
            dataSource={[...rows]}
            columns={[
              { title: t(words.caseNumber), dataIndex: 'id' },
              { title: t(words.what), render: (_, { what }) => t(what) },
              { title: t(words.unit), render: (_, { unit }) => t(unit) },
              { title: t(words.states), render: (_, { light, left }) => <Light colour={light} label={t(left)} /> },
            ]}
          />
        </div>
      </Sheet>
    </AntdDressed>
  )
}
