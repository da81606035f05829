import type { Role } from '../model.ts'

/** What everybody who touches cases may open; what he may do to one depends on his capacity over it. */
const work = [
  'orders.*',
  'assist.*',
  'grid.*',
  'task.*',
  'cases.read',
  'places.read',
  'life-circle.read',
  'documents.read',
  'documents.issue',
]

/** Leads or watches over others, and so sees the figures of what his scope takes in. */
const lead = [...work, 'cases.export', 'screen.read', 'ratings.read', 'documents.revoke']

/** The roles of the city, in its own words. A right ending in '.*' is every button of that house. */
export const seedRoles: readonly Role[] = [
  { id: 'role_intake', name: '受理员', rights: work, capacities: ['intake'], scope: 'all' },
  {
    id: 'role_intake-head',
    name: '受理组长',
    rights: lead,
    capacities: ['intake', 'intake-head'],
    scope: 'all',
  },
  { id: 'role_dispatcher', name: '派单员', rights: work, capacities: ['dispatcher'], scope: 'all' },
  { id: 'role_handler', name: '承办人', rights: work, capacities: ['handler'], scope: 'unit' },
  {
    id: 'role_section-head',
    name: '科室负责人',
    rights: lead,
    capacities: ['section-head'],
    scope: 'unit',
  },
  {
    id: 'role_leader',
    name: '分管领导',
    rights: lead,
    capacities: ['leader-in-charge'],
    scope: 'unit-and-below',
  },
  {
    id: 'role_top-leader',
    name: '主要领导',
    rights: [...lead, 'people.logs'],
    capacities: ['top-leader'],
    scope: 'unit-and-below',
  },
  {
    id: 'role_vice-mayor',
    name: '区分管领导',
    rights: lead,
    capacities: ['outside-leader'],
    scope: 'chosen-units',
  },
  { id: 'role_ruling', name: '裁定员', rights: work, capacities: ['ruling-office'], scope: 'all' },
  { id: 'role_approver', name: '审批员', rights: work, capacities: ['approver'], scope: 'all' },
  { id: 'role_verifier', name: '核查员', rights: work, capacities: ['verifier'], scope: 'all' },
  { id: 'role_visits', name: '回访员', rights: [...work, 'ratings.*'], capacities: ['visit-steward'], scope: 'all' },
  {
    id: 'role_supervisor',
    name: '督办员',
    rights: [...lead, 'indicators.*', 'ratings.*', 'dispatch.learning'],
    capacities: ['supervisor'],
    scope: 'all',
  },
  { id: 'role_grid-worker', name: '网格员', rights: work, capacities: ['grid-worker'], scope: 'grid' },
  // Its posts name streets and communities, and one the district itself: what no grid is known of is looked at by them.
  { id: 'role_grid-centre', name: '网格中心值班员', rights: work, capacities: ['grid-worker'], scope: 'grid' },
  {
    id: 'role_auditor',
    name: '审计员',
    rights: [
      'cases.read',
      'places.read',
      'orders.read',
      'people.logs',
      'ledger.audit',
      'indicators.*',
      'screen.read',
      'ratings.*',
    ],
    capacities: ['auditor'],
    scope: 'all',
  },
  {
    id: 'role_unit-administrator',
    name: '单位管理员',
    rights: [...lead, 'people.manage'],
    capacities: [],
    scope: 'unit-and-below',
  },
  {
    id: 'role_circle-planner',
    name: '生活圈规划员',
    rights: [...lead, 'life-circle.*'],
    capacities: [],
    scope: 'unit',
  },
  { id: 'role_administrator', name: '系统管理员', rights: ['*'], capacities: ['administrator'], scope: 'all' },
]
