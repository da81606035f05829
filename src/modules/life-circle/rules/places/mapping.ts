import type { Kind } from '../../model/kinds.ts'

/** A tag and the values that count, or `*` for any. All tags of a line must fit, and the name too where one is asked. */
export type MappingLine = {
  readonly kind: Kind
  readonly tags: Readonly<Record<string, readonly string[] | '*'>>
  readonly name?: RegExp
}

/**
 * Which things of the map are which facilities. The first line that fits decides: one site counts for one kind. Names
 * decide where the tags of the map know no such kind (卫生服务中心 is a clinic to the map, 居委会 an office).
 */
export const mapping: readonly MappingLine[] = [
  { kind: 'community-station', tags: {}, name: /居委会|居民委员会|村委会|社区服务站|社区工作站|社区居委/ },
  { kind: 'health-centre', tags: {}, name: /卫生服务中心|乡镇卫生院|街道医院/ },
  { kind: 'health-station', tags: {}, name: /卫生服务站|卫生室|卫生所/ },
  { kind: 'community-centre', tags: {}, name: /社区服务中心|党群服务中心|社区事务受理|邻里中心|市民中心/ },
  { kind: 'elder-daycare', tags: {}, name: /日间照料|综合为老|老年活动|长者服务/ },
  { kind: 'canteen', tags: {}, name: /社区食堂|老年食堂|长者食堂|助餐/ },
  { kind: 'culture-centre', tags: {}, name: /文化活动中心|文化馆|文化宫/ },
  { kind: 'culture-station', tags: {}, name: /文化活动站|文化活动室|文化站/ },
  { kind: 'job-service', tags: {}, name: /就业服务|人力资源市场|劳动保障/ },
  { kind: 'property-service', tags: {}, name: /物业(服务|管理)/ },
  { kind: 'rental-housing', tags: {}, name: /公租房|人才公寓|保障性租赁|青年公寓/ },
  { kind: 'market', tags: {}, name: /菜市场|农贸市场|标准化菜场/ },
  { kind: 'pocket-park', tags: {}, name: /口袋公园|街心花园|小游园/ },
  { kind: 'hospital', tags: { amenity: ['hospital'] } },
  { kind: 'health-centre', tags: { amenity: ['clinic'] } },
  { kind: 'health-station', tags: { amenity: ['doctors'] } },
  { kind: 'pharmacy', tags: { amenity: ['pharmacy'] } },
  { kind: 'pharmacy', tags: { shop: ['chemist'] } },
  { kind: 'middle-school', tags: { amenity: ['school'] }, name: /中学|初中|初级|九年一贯|附中/ },
  { kind: 'middle-school', tags: { amenity: ['school'], 'isced:level': ['2', '2;3', '1;2', '3'] } },
  { kind: 'primary-school', tags: { amenity: ['school'] } },
  { kind: 'kindergarten', tags: { amenity: ['kindergarten'] } },
  { kind: 'nursery', tags: { amenity: ['childcare', 'nursery'] } },
  { kind: 'elder-daycare', tags: { amenity: ['social_facility'], social_facility: ['day_care'] } },
  { kind: 'elder-home', tags: { amenity: ['nursing_home', 'retirement_home'] } },
  { kind: 'elder-home', tags: { social_facility: ['nursing_home', 'assisted_living', 'group_home'] } },
  { kind: 'canteen', tags: { amenity: ['canteen'] } },
  { kind: 'community-centre', tags: { amenity: ['community_centre', 'social_centre'] } },
  { kind: 'library', tags: { amenity: ['library'] } },
  { kind: 'market', tags: { amenity: ['marketplace'] } },
  { kind: 'market', tags: { shop: ['supermarket', 'greengrocer'] } },
  { kind: 'convenience', tags: { shop: ['convenience', 'kiosk', 'general'] } },
  { kind: 'post', tags: { amenity: ['post_office'] } },
  { kind: 'bank', tags: { amenity: ['bank'] } },
  { kind: 'restaurant', tags: { amenity: ['restaurant', 'fast_food', 'food_court', 'cafe'] } },
  { kind: 'toilet', tags: { amenity: ['toilets'] } },
  { kind: 'recycling', tags: { amenity: ['recycling', 'waste_transfer_station'] } },
  { kind: 'police', tags: { amenity: ['police'] } },
  { kind: 'bus-stop', tags: { highway: ['bus_stop'] } },
  { kind: 'bus-stop', tags: { amenity: ['bus_station'] } },
  { kind: 'bus-stop', tags: { public_transport: ['platform'], bus: ['yes'] } },
  { kind: 'metro', tags: { railway: ['subway_entrance'] } },
  { kind: 'metro', tags: { railway: ['station', 'halt', 'tram_stop'] } },
  { kind: 'bicycle-parking', tags: { amenity: ['bicycle_parking', 'bicycle_rental'] } },
  { kind: 'parking', tags: { amenity: ['parking'] } },
  { kind: 'charging', tags: { amenity: ['charging_station'] } },
  { kind: 'property-service', tags: { office: ['property_management'] } },
  { kind: 'park', tags: { leisure: ['park', 'nature_reserve'] } },
  { kind: 'pocket-park', tags: { leisure: ['garden'] } },
  { kind: 'square', tags: { place: ['square'] } },
  { kind: 'sports-large', tags: { leisure: ['stadium'] } },
  { kind: 'sports-medium', tags: { leisure: ['sports_centre', 'sports_hall'] } },
  { kind: 'fitness', tags: { leisure: ['fitness_station', 'fitness_centre', 'pitch'] } },
  { kind: 'playground', tags: { leisure: ['playground'] } },
  { kind: 'job-service', tags: { office: ['employment_agency'] } },
  { kind: 'workspace', tags: { amenity: ['coworking_space'] } },
  { kind: 'workspace', tags: { office: ['coworking'] } },
  { kind: 'museum', tags: { tourism: ['museum'] } },
  { kind: 'arts', tags: { amenity: ['arts_centre', 'theatre', 'cinema'] } },
  { kind: 'arts', tags: { tourism: ['gallery'] } },
  { kind: 'heritage', tags: { historic: '*' } },
]
