import { type Said, said } from '../../../platform/words.ts'

const both = (zh: string, en: string, value: string): Said => said(`${zh}：${value}`, `${en}: ${value}`)

/** What the door of Open311 answers when it says no; every one names the argument. */
export const georeportWords = {
  noKey: said('没有提供 api_key', 'api_key was not provided'),
  wrongKey: said('api_key 无效', 'Invalid api_key received'),
  keyLacksRight: said('这个 api_key 没有提交诉求的权限', 'This api_key may not create requests'),
  quota: (seconds: number): Said =>
    said(
      `api_key 本分钟的次数已用完，请 ${seconds} 秒后再试`,
      `The quota of this api_key is used up for this minute; try again in ${seconds} seconds`,
    ),
  jurisdictionUnknown: (given: string): Said =>
    both('没有这个 jurisdiction_id', 'jurisdiction_id was not found', given),
  noServiceCode: said('没有提供 service_code', 'service_code was not provided'),
  serviceUnknown: (given: string): Said => both('没有这个 service_code', 'service_code was not found', given),
  requestUnknown: (given: string): Said =>
    both('没有这个 service_request_id', 'service_request_id was not found', given),
  tokenUnknown: (given: string): Said => both('没有这个 token', 'token was not found', given),
  noSuchResource: said('没有这个地址', 'There is no such resource'),
  wrongFormat: (given: string): Said =>
    said(`不支持 ${given} 格式，请用 xml 或 json`, `The format ${given} is not supported; use xml or json`),
  noLocation: said(
    '没有提供地点：请提供 lat 和 long，或 address_string，或 address_id',
    'No location was provided: lat and long, or address_string, or address_id',
  ),
  halfLocation: said('lat 和 long 必须同时提供', 'lat and long must both be provided'),
  wrongNumber: (name: string, from: number, to: number): Said =>
    said(`${name} 应为 ${from} 到 ${to} 之间的数`, `${name} must be a number from ${from} to ${to}`),
  wrongWhole: (name: string, from: number, to: number): Said =>
    said(`${name} 应为 ${from} 到 ${to} 之间的整数`, `${name} must be a whole number from ${from} to ${to}`),
  wrongTime: (name: string): Said =>
    said(
      `${name} 应为带时区的 W3C 日期时间，例如 2026-03-02T10:00:00+08:00`,
      `${name} must be a W3C date and time with its zone, such as 2026-03-02T10:00:00Z`,
    ),
  timesReversed: (from: string, to: string): Said => said(`${from} 晚于 ${to}`, `${from} is later than ${to}`),
  tooManyDays: (days: number): Said =>
    said(`start_date 到 end_date 不能超过 ${days} 天`, `start_date and end_date may not span more than ${days} days`),
  wrongStatus: (given: string): Said =>
    said(`status 只能是 open 或 closed：${given}`, `status can be open or closed only: ${given}`),
  radiusAlone: said('radius 要与 lat、long 一起提供', 'radius needs lat and long'),
  tooLong: (name: string, most: number): Said =>
    said(`${name} 不能超过 ${most} 个字`, `${name} may not be longer than ${most} characters`),
  wrongUrl: said('media_url 应为 http 或 https 地址', 'media_url must be an http or https address'),
  wrongEmail: said('email 不是邮箱地址', 'email is no mail address'),
  wrongPhone: said('phone 不是电话号码', 'phone is no telephone number'),
  noAttribute: (code: string, label: string): Said =>
    said(`缺少必填的 attribute[${code}]：${label}`, `The required attribute[${code}] was not provided: ${label}`),
  attributeUnknown: (code: string): Said =>
    said(`这个 service_code 没有 attribute[${code}]`, `This service_code has no attribute[${code}]`),
  attributeWrong: (code: string, why: Said): Said =>
    said(`attribute[${code}]：${why.zh}`, `attribute[${code}]: ${why.en}`),
  attributeOnce: (code: string): Said =>
    said(`attribute[${code}] 只能有一个值`, `attribute[${code}] takes one value only`),
  attributeChoice: (code: string, given: string): Said =>
    said(`attribute[${code}] 没有这个选项：${given}`, `attribute[${code}] has no such value: ${given}`),
  wrongPicture: said('附件不是可接受的图片', 'The file sent along is no picture that we take'),
  failure: (id: string): Said => said(`服务暂时出错，编号 ${id}`, `The service has failed; reference ${id}`),
  unreadable: said('请求无法读取', 'The request cannot be read'),
} as const

/** What the public reads of a service and of a request. */
export const publicWords = {
  description: (category: string, promise: string | null): Said =>
    said(
      `${category}${promise === null ? '' : `；${promise}内办理`}`,
      `${category}${promise === null ? '' : `; dealt with within ${promise}`}`,
    ),
  notice: (due: Said): Said => said(`将在 ${due.zh} 前受理`, `It will be taken on by ${due.en}`),
  noticeDue: (due: Said): Said => said(`将在 ${due.zh} 前办理`, `It will be dealt with by ${due.en}`),
  notes: (stage: Said, more: Said): Said => said(`${stage.zh}。${more.zh}`, `${stage.en}. ${more.en}`),
  contact: (city: string): Said => said(`${city} 开放接口管理员`, `${city}, keeper of the open interface`),
  keyService: said(
    '接口密钥由系统管理员在工作台“数据交换”页面签发，需要时请与其联系。',
    'Keys are issued by the administrators of this city on the desk; please ask them for one.',
  ),
  datatype: {
    day: said('日期，如 2026-03-02', 'a day, such as 2026-03-02'),
    yesNo: said('是或否', 'yes or no'),
    length: (most: number): Said => said(`最多 ${most} 个字`, `at most ${most} characters`),
  },
  yes: said('是', 'Yes'),
  no: said('否', 'No'),
} as const

/** What the handler reads below the words of the one who wrote; never shown to the public. */
export const insideWords = {
  mark: '【以下由提交渠道附带，不对外公开】',
  service: (name: string): string => `事项：${name}`,
  place: (place: string): string => `地点：${place}`,
  email: (email: string): string => `联系邮箱：${email}`,
  media: (url: string): string => `附带链接：${url}`,
  via: '通过开放接口（Open311）提交',
  point: (lat: number, long: number): string => `纬度 ${lat}，经度 ${long}`,
  addressId: (id: string): string => `地址编号 ${id}`,
} as const
