"""An independent client of Open311 GeoReport v2: Python's standard library only, written from the specification."""
import json, sys, time, urllib.error, urllib.parse, urllib.request
import xml.etree.ElementTree as ET
from datetime import datetime, timedelta, timezone

ROOT, KEY = sys.argv[1].rstrip("/"), sys.argv[2]
failures, checks = [], 0

def check(what, ok, seen=None):
    global checks
    checks += 1
    if not ok:
        failures.append(f"{what}: {str(seen)[:300]}")

def call(url, fields=None, headers=None, method=None, raw=None):
    data = raw if raw is not None else (urllib.parse.urlencode(fields, doseq=True).encode() if fields is not None else None)
    request = urllib.request.Request(url, data=data, headers=headers or {}, method=method)
    try:
        with urllib.request.urlopen(request, timeout=60) as answer:
            return answer.status, answer.headers.get("content-type", ""), answer.read().decode("utf-8")
    except urllib.error.HTTPError as error:
        return error.code, error.headers.get("content-type", ""), error.read().decode("utf-8")

def q(**args): return "?" + urllib.parse.urlencode(args)

# discovery
status, kind, body = call(ROOT + "/api/exchange/open311/discovery.json")
check("discovery json 200", status == 200 and kind.startswith("application/json"), (status, kind))
discovery = json.loads(body)
for name in ("changeset", "contact", "key_service", "endpoints"): check(f"discovery has {name}", name in discovery, discovery)
endpoint = next((e for e in discovery["endpoints"] if e["specification"] == "http://wiki.open311.org/GeoReport_v2"), None)
check("discovery names GeoReport v2", endpoint is not None, discovery)
for name in ("specification", "url", "changeset", "type", "formats"): check(f"endpoint has {name}", name in endpoint, endpoint)
check("endpoint type", endpoint["type"] in ("production", "test"), endpoint)
status, kind, body = call(ROOT + "/api/exchange/open311/discovery.xml")
check("discovery xml", status == 200 and "xml" in kind and ET.fromstring(body).tag == "discovery", (status, kind))
tree = ET.fromstring(body)
check("discovery xml endpoint", tree.find("endpoints/endpoint/url") is not None, body)
BASE = ROOT + urllib.parse.urlparse(endpoint["url"]).path

# services
status, kind, body = call(BASE + "/services.json")
services = json.loads(body)
check("services json is a list", status == 200 and isinstance(services, list) and services, (status, body))
for service in services:
    for name in ("service_code", "service_name", "description", "metadata", "type", "keywords", "group"):
        check(f"service has {name}", name in service, service)
    check("metadata is boolean", isinstance(service["metadata"], bool), service)
    check("type", service["type"] in ("realtime", "batch", "blackbox"), service)
status, kind, body = call(BASE + "/services.xml")
tree = ET.fromstring(body)
check("services xml", status == 200 and kind.startswith("text/xml") and tree.tag == "services", (kind, tree.tag))
check("services alike in both", [s.findtext("service_code") for s in tree.findall("service")] == [s["service_code"] for s in services], body[:200])
check("metadata in xml", all(s.findtext("metadata") in ("true", "false") for s in tree), body[:200])
for suffix in ("jurisdiction_id=", "unknown=1"):
    check(f"services ignore {suffix}", call(BASE + "/services.json?" + suffix)[0] == 200)
status, kind, body = call(BASE + "/services.json" + q(jurisdiction_id="nowhere.example"))
check("unknown jurisdiction 404", status == 404 and json.loads(body)[0]["code"] == 404, (status, body))

# definitions
with_more = [s for s in services if s["metadata"]]
check("some service has attributes", with_more)
for service in with_more:
    status, kind, body = call(f"{BASE}/services/{service['service_code']}.json")
    definition = json.loads(body)
    check("definition", status == 200 and definition.get("service_code") == service["service_code"], (status, body))
    for attribute in definition["attributes"]:
        for name in ("variable", "code", "datatype", "required", "datatype_description", "order", "description"):
            check(f"attribute has {name}", name in attribute, attribute)
        check("datatype", attribute["datatype"] in ("string", "number", "datetime", "text", "singlevaluelist", "multivaluelist"), attribute)
        if "list" in attribute["datatype"]:
            check("list has key and name", all("key" in v and "name" in v for v in attribute["values"]) and attribute["values"], attribute)
    status, kind, body = call(f"{BASE}/services/{service['service_code']}.xml")
    tree = ET.fromstring(body)
    check("definition xml", tree.tag == "service_definition" and tree.findtext("service_code") == service["service_code"], body[:200])
    check("definition xml attributes", [a.findtext("code") for a in tree.findall("attributes/attribute")] == [a["code"] for a in definition["attributes"]], body[:300])
status, kind, body = call(BASE + "/services/no-such-service.xml")
tree = ET.fromstring(body)
check("unknown service 404 xml", status == 404 and tree.tag == "errors" and tree.findtext("error/code") == "404" and tree.findtext("error/description"), (status, body))

def errors(answer, wanted, what, fmt="json"):
    status, kind, body = answer
    try:
        if fmt == "json":
            rows = json.loads(body)
            ok = isinstance(rows, list) and rows and all("code" in r and r["description"] for r in rows)
        else:
            rows = ET.fromstring(body)
            ok = rows.tag == "errors" and rows.findtext("error/description")
    except Exception as error: ok, rows = False, error
    check(what, status == wanted and bool(ok), (status, body))

# errors of posting
code = "street-lamp" if any(s["service_code"] == "street-lamp" for s in services) else services[0]["service_code"]
good = {"api_key": KEY, "service_code": code, "lat": "31.1115", "long": "117.6492", "address_string": "桥头路12号", "description": "独立客户端：路灯不亮 <3> & ]]>", "first_name": "明", "last_name": "王", "email": "a@example.org"}
def without(*names): return {k: v for k, v in good.items() if k not in names}
for fmt in ("json", "xml"):
    post = f"{BASE}/requests.{fmt}"
    errors(call(post, without("api_key")), 403, f"no key {fmt}", fmt)
    errors(call(post, {**good, "api_key": "wrong"}), 403, f"wrong key {fmt}", fmt)
    errors(call(post, without("service_code")), 400, f"no service_code {fmt}", fmt)
    errors(call(post, {**good, "service_code": "nothing"}), 404, f"unknown service_code {fmt}", fmt)
    errors(call(post, without("lat", "long", "address_string")), 400, f"no location {fmt}", fmt)
    errors(call(post, without("long")), 400, f"half a location {fmt}", fmt)
    errors(call(post, {**good, "lat": "north"}), 400, f"lat no number {fmt}", fmt)
    errors(call(post, {**good, "jurisdiction_id": "nowhere"}), 404, f"unknown jurisdiction {fmt}", fmt)
    errors(call(post, {**good, "description": "字" * 4001}), 400, f"description too long {fmt}", fmt)
    errors(call(f"{BASE}/requests/00000000000.{fmt}"), 404, f"unknown request {fmt}", fmt)
    errors(call(f"{BASE}/tokens/00000.{fmt}"), 404, f"unknown token {fmt}", fmt)
    errors(call(f"{BASE}/nothing.{fmt}"), 404, f"unknown resource {fmt}", fmt)
    errors(call(f"{BASE}/requests.{fmt}" + q(status="done")), 400, f"wrong status {fmt}", fmt)
    errors(call(f"{BASE}/requests.{fmt}" + q(start_date="yesterday")), 400, f"wrong start_date {fmt}", fmt)
errors(call(BASE + "/services.yaml"), 404, "unknown format", "xml")
errors(call(BASE + "/requests.json", method="DELETE"), 404, "a method that is not there")
errors(call(BASE + "/requests.json", raw=b"{broken", headers={"content-type": "application/json"}), 400, "unreadable body")

# posting, both formats
ids = []
status, kind, body = call(BASE + "/requests.json", good)
check("post json", status in (200, 201) and kind.startswith("application/json"), (status, kind, body))
answer = json.loads(body)
check("post json is a list of one", isinstance(answer, list) and len(answer) == 1, body)
for name in ("service_request_id", "service_notice", "account_id"): check(f"answer has {name}", name in answer[0], answer)
ids.append(answer[0].get("service_request_id"))
status, kind, body = call(BASE + "/requests.xml", {**good, "description": "第二件", "device_id": "abc", "media_url": "https://example.org/a.jpg"})
tree = ET.fromstring(body)
check("post xml", tree.tag == "service_requests" and tree.findtext("request/service_request_id"), (status, body))
ids.append(tree.findtext("request/service_request_id"))
status, kind, body = call(BASE + "/requests.json", {**without("lat", "long", "description")})
check("an address is place enough, a description is not needed", status in (200, 201), (status, body))
ids.append(json.loads(body)[0]["service_request_id"])
definition = json.loads(call(f"{BASE}/services/{code}.json")[2]) if any(s["service_code"] == code and s["metadata"] for s in services) else {"attributes": []}
if definition["attributes"]:
    errors(call(BASE + "/requests.json", {**good, "attribute[no-such]": "1"}), 400, "unknown attribute")

# single and list
status, kind, body = call(f"{BASE}/requests/{ids[0]}.json")
one = json.loads(body)[0]
fields = ("service_request_id", "status", "status_notes", "service_name", "service_code", "description", "agency_responsible", "service_notice", "requested_datetime", "updated_datetime", "expected_datetime", "address", "address_id", "zipcode", "lat", "long", "media_url")
for name in fields: check(f"request has {name}", name in one, one)
check("status", one["status"] in ("open", "closed"), one)
check("text comes back", one["description"] == good["description"], one)
check("place comes back", abs(float(one["lat"]) - 31.1115) < 1e-9 and abs(float(one["long"]) - 117.6492) < 1e-9, one)
check("nobody is named", "王" not in body and "example.org" not in body, body)
for name in ("requested_datetime", "updated_datetime"):
    check(f"{name} is a W3C time", datetime.fromisoformat(one[name].replace("Z", "+00:00")).tzinfo is not None, one)
tree = ET.fromstring(call(f"{BASE}/requests/{ids[1]}.xml")[2])
check("single xml", tree.tag == "service_requests" and tree.findtext("request/service_request_id") == ids[1], ids)
check("every field in xml", all(tree.find("request/" + name) is not None for name in fields), ET.tostring(tree)[:500])
rows = json.loads(call(BASE + "/requests.json" + q(service_request_id=",".join(ids)))[2])
check("several ids", sorted(r["service_request_id"] for r in rows) == sorted(ids), rows)
rows = json.loads(call(BASE + "/requests.json" + q(service_request_id=",".join(ids[:2] + ["00000000000"]), status="closed"))[2])
check("ids override the other arguments", sorted(r["service_request_id"] for r in rows) == sorted(ids[:2]), rows)
now = datetime.fromisoformat(one["requested_datetime"].replace("Z", "+00:00"))
def stamp(at): return at.astimezone(timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
def listed(**args):
    status, kind, body = call(BASE + "/requests.json" + q(**args))
    check(f"list {args} 200", status == 200, (status, body))
    return json.loads(body) if status == 200 else []
inside = lambda rows: set(ids) <= {r["service_request_id"] for r in rows}
check("default list", inside(listed()))
check("window", inside(listed(start_date=stamp(now - timedelta(days=1)), end_date=stamp(now + timedelta(days=1)))))
check("window with an offset", inside(listed(start_date=(now - timedelta(hours=1)).astimezone(timezone(timedelta(hours=8))).isoformat(timespec="seconds"))))
check("window before", not inside(listed(start_date=stamp(now - timedelta(days=20)), end_date=stamp(now - timedelta(days=10)))))
check("open", inside(listed(status="open")) and all(r["status"] == "open" for r in listed(status="open")))
check("closed", all(r["status"] == "closed" for r in listed(status="closed")))
check("both", inside(listed(status="open,closed")))
check("by service", inside(listed(service_code=code)) and all(r["service_code"] == code for r in listed(service_code=code)))
check("by several services", inside(listed(service_code=code + "," + services[-1]["service_code"])))
check("at most 1000", len(listed()) <= 1000)
errors(call(BASE + "/requests.json" + q(start_date=stamp(now), end_date=stamp(now - timedelta(days=1)))), 400, "window upside down")
tree = ET.fromstring(call(BASE + "/requests.xml" + q(service_request_id=ids[0]))[2])
check("list xml", [r.findtext("service_request_id") for r in tree.findall("request")] == ids[:1])
for path in ("/services", "/requests", f"/services/{code}", f"/requests/{ids[0]}"):
    status, kind, body = call(BASE + path)
    check(f"{path} without a suffix", status in (200, 404), (status, kind))
if len(sys.argv) > 3:
    # a service in batches: a token first, which leads to the number
    status, kind, body = call(BASE + "/requests.json", {**good, "service_code": sys.argv[3]})
    token = json.loads(body)[0].get("token")
    check("batch gives a token and no number", token and "service_request_id" not in json.loads(body)[0], body)
    status, kind, body = call(f"{BASE}/tokens/{token}.json")
    check("token leads to the number", json.loads(body)[0]["token"] == token and json.loads(body)[0]["service_request_id"], body)
    tree = ET.fromstring(call(f"{BASE}/tokens/{token}.xml")[2])
    check("token xml", tree.findtext("request/token") == token and tree.findtext("request/service_request_id"))
print(json.dumps({"checks": checks, "failures": failures}, ensure_ascii=False, indent=1))
sys.exit(1 if failures else 0)
