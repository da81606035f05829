import { demandsFrom, planningPaces, type ShippedProfile } from './lines.ts'

const guideline = '上海市15分钟社区生活圈规划导则（2016）'
const draft = '上海市15分钟社区生活圈技术标准（2024 征求意见稿）'

/** Children and the elderly within 500 m, day places of the elderly within five minutes. */
export const shanghai2016: ShippedProfile = {
  id: 'shanghai-2016',
  name: { zh: '上海市15分钟社区生活圈规划导则（2016）', en: 'Shanghai guideline of 2016' },
  source: guideline,
  mark: '○',
  active: true,
  paces: planningPaces,
  demands: demandsFrom(guideline, [
    [15, 'health-centre', 'must', { minutes: 15 }, 8],
    [15, 'middle-school', 'must', 1000, 5],
    [15, 'culture-centre', 'must', { minutes: 15 }, 5],
    [15, 'sports-large', 'must', { minutes: 15 }, 3],
    [15, 'elder-home', 'must', { minutes: 15 }, 4],
    [15, 'community-centre', 'must', { minutes: 15 }, 4],
    [15, 'job-service', 'quality', { minutes: 15 }, 2],
    [15, 'rental-housing', 'quality', { minutes: 15 }, 2],
    [15, 'metro', 'quality', { minutes: 15 }, 2],
    [15, 'heritage', 'special', { minutes: 15 }, 1],
    [10, 'primary-school', 'must', 500, 8],
    [10, 'market', 'must', 500, 8],
    [10, 'park', 'must', { minutes: 10 }, 5],
    [5, 'kindergarten', 'must', { minutes: 5 }, 8],
    [5, 'elder-daycare', 'must', { minutes: 5 }, 8],
    [5, 'playground', 'must', 500, 4],
    [5, 'fitness', 'must', { minutes: 5 }, 3],
    [5, 'convenience', 'must', { minutes: 5 }, 4],
    [5, 'pocket-park', 'quality', { minutes: 5 }, 4],
    [5, 'canteen', 'quality', { minutes: 5 }, 3],
    [15, 'bus-stop', 'must', 500, 6],
  ]),
}

/** A draft: the names of its three levels are known, most of its figures are not. Bus stops: 300 m inside the inner ring. */
export const shanghai2024: ShippedProfile = {
  id: 'shanghai-2024-draft',
  name: { zh: '上海市15分钟社区生活圈技术标准（2024 征求意见稿）', en: 'Shanghai technical standard, draft of 2024' },
  source: draft,
  mark: '△',
  active: true,
  paces: planningPaces,
  demands: demandsFrom(draft, [
    [15, 'community-centre', 'must', 1000, 6],
    [15, 'health-centre', 'must', 1000, 8],
    [15, 'culture-centre', 'must', 1000, 4],
    [15, 'elder-home', 'must', 1000, 4],
    [15, 'middle-school', 'must', 1000, 5],
    [15, 'sports-large', 'quality', 1000, 3],
    [15, 'job-service', 'quality', 1000, 2],
    [15, 'workspace', 'quality', 1000, 2],
    [15, 'arts', 'special', 1000, 1],
    [15, 'heritage', 'special', 1000, 1],
    [10, 'primary-school', 'must', 500, 8],
    [10, 'market', 'must', 500, 8],
    [10, 'canteen', 'must', 500, 5],
    [10, 'park', 'must', 500, 5],
    [5, 'community-station', 'must', 300, 5],
    [5, 'kindergarten', 'must', 300, 8],
    [5, 'elder-daycare', 'must', 300, 6],
    [5, 'nursery', 'quality', 300, 4],
    [5, 'fitness', 'must', 300, 3],
    [5, 'pocket-park', 'quality', 300, 4],
    [5, 'playground', 'quality', 300, 3],
    [5, 'square', 'special', 300, 1],
    [5, 'convenience', 'must', 300, 4],
    [15, 'bus-stop', 'must', 300, 6],
  ]),
}
