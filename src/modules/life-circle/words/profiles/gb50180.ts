import type { Demand } from '../../model/profile.ts'
import { demandsFrom, planningPaces, type ShippedProfile } from './lines.ts'

const source = 'GB 50180-2018 附录B、附录C'

/** Radii as told of appendices B and C; the standard means them as service radii, here they are walked. */
const demands: readonly Demand[] = demandsFrom(source, [
  [15, 'middle-school', 'must', 1000, 5],
  [15, 'health-centre', 'must', 1000, 8],
  [15, 'culture-centre', 'must', 1000, 4],
  [15, 'community-centre', 'must', 1000, 4],
  [15, 'sports-large', 'must', 1000, 3],
  [15, 'elder-home', 'must', 1000, 3],
  [15, 'bank', 'quality', 1000, 1],
  [15, 'post', 'quality', 1000, 1],
  [15, 'restaurant', 'quality', 1000, 1],
  [15, 'police', 'quality', 1000, 1],
  [15, 'job-service', 'quality', 1000, 1],
  [15, 'library', 'special', 1000, 1],
  [10, 'primary-school', 'must', 500, 8],
  [10, 'market', 'must', 500, 8],
  [10, 'sports-medium', 'must', 500, 3],
  [10, 'park', 'must', 500, 6],
  [10, 'pharmacy', 'quality', 500, 2],
  [5, 'kindergarten', 'must', 300, 8],
  [5, 'community-station', 'must', 300, 5],
  [5, 'elder-daycare', 'must', 300, 6],
  [5, 'health-station', 'quality', 300, 5],
  [5, 'culture-station', 'must', 500, 3],
  [5, 'fitness', 'must', 300, 3],
  [5, 'convenience', 'must', 300, 4],
  [5, 'recycling', 'must', 300, 1],
  [5, 'toilet', 'quality', 300, 2],
  [5, 'canteen', 'quality', 300, 3],
  [5, 'playground', 'quality', 300, 2],
  [15, 'bus-stop', 'must', 500, 6],
  [15, 'metro', 'quality', 800, 2],
]).map((demand) =>
  demand.kind === 'park'
    ? { ...demand, perThousand: { amount: 1_000, unit: 'm2', source: 'GB 50180-2018 表4.0.4', mark: '○' } }
    : demand,
)

export const gb50180: ShippedProfile = {
  id: 'gb-50180-2018',
  name: { zh: '城市居住区规划设计标准 GB 50180-2018', en: 'National residential area standard GB 50180-2018' },
  source: 'GB 50180-2018',
  mark: '○',
  active: true,
  paces: planningPaces,
  demands: [...demands],
}
