/** Who goes to which page of the desk, and to which tabs of it. */

type Who = { readonly opens: string; readonly shut?: string }

/** Who opens a page and, where not everybody at the desk may, somebody to whom it is shut. */
export const people: Readonly<Record<string, Who>> = {
  '/dispatch/topics': { opens: 'duban1', shut: 'zfb.chengban' },
  '/dispatch/topics/$topic': { opens: 'duban1', shut: 'zfb.chengban' },
  '/dispatch/learning': { opens: 'duban1', shut: 'zfb.chengban' },
  '/proactive': { opens: 'admin', shut: 'zfb.chengban' },
  '/places': { opens: 'admin' },
  '/places/components/new': { opens: 'admin' },
  '/places/components/$code': { opens: 'admin' },
  '/places/addresses/new': { opens: 'admin' },
  '/places/addresses/$address': { opens: 'admin' },
  '/places/imports/$id': { opens: 'admin', shut: 'zfb.chengban' },
  '/life-circle': { opens: 'shenghuoquan' },
  '/life-circle/facilities': { opens: 'shenghuoquan' },
  '/life-circle/networks': { opens: 'shenghuoquan' },
  '/life-circle/profiles': { opens: 'shenghuoquan' },
  '/life-circle/spots': { opens: 'shenghuoquan' },
  '/codes': { opens: 'admin', shut: 'zfb.chengban' },
  '/codes/print': { opens: 'admin' },
  '/exchange': { opens: 'admin', shut: 'zfb.chengban' },
  '/sensors/new': { opens: 'admin' },
  '/sensors/$sensor': { opens: 'admin' },
  '/documents': { opens: 'admin' },
  '/cases/$case/documents/$document': { opens: 'shouli1' },
  '/admin/documents': { opens: 'admin', shut: 'zfb.chengban' },
  '/admin/matters': { opens: 'admin' },
  '/admin/matters/$matter': { opens: 'admin' },
  '/admin/matters/$matter/edit': { opens: 'admin' },
  '/admin/units': { opens: 'zhujian.chengban2' },
  '/admin/people': { opens: 'zhujian.chengban2', shut: 'zfb.chengban' },
  '/admin/people/$id': { opens: 'admin' },
  '/admin/posts': { opens: 'admin', shut: 'zfb.chengban' },
  '/admin/leaves': { opens: 'admin', shut: 'zfb.chengban' },
  '/admin/roles': { opens: 'admin' },
  '/admin/roles/$id': { opens: 'admin' },
  '/admin/calendars': { opens: 'admin' },
  '/admin/dictionaries': { opens: 'admin' },
  '/admin/dead-letters': { opens: 'admin', shut: 'zfb.chengban' },
  '/admin/logs': { opens: 'admin', shut: 'zfb.chengban' },
}
/** What stands behind a tab is a page of its own, as far as anybody who uses it can tell. */
export const tabs: Readonly<Record<string, readonly string[]>> = {
  '/codes/print': ['?codes=$entry&each=6'],
  '/admin/units': ['?unit=unit_zhujian'],
  '/admin/calendars': ['?year=2026', '?tab=hours'],
  '/places': ['?layer=street', '?tab=components', '?tab=addresses', '?tab=imports'],
  '/admin/logs': ['', '?log=logins'],
  '/admin/matters/$matter': ['', '?tab=promises', '?tab=form', '?tab=procedure', '?tab=changes', '?tab=history'],
  '/admin/matters/$matter/edit': ['', '?tab=promises', '?tab=form'],
  '/admin/documents': ['', '?tab=laws', '?tab=format', '?tab=organs'],
}

/** Whom and what the pages about one person and one role show; `$id` elsewhere is the import of layers. */
export const told: Readonly<Record<string, string>> = {
  '/admin/people/$id': '/admin/people/staff_zhujian-chengban',
  '/admin/roles/$id': '/admin/roles/role_unit-administrator',
}
