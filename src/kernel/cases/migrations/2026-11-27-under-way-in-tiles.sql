-- Where a case under way lies: a map of what is open samples its tile among those alone, and a few pages of one index
-- answer it. Both indexes carry the id, so that the tables themselves are not read for it.
alter table cases.alive add column quad bigint;
update cases.alive as a set quad = s.quad from cases.spot as s where s.district = a.district and s.case_id = a.case_id;
create index alive_tile on cases.alive (district, cases.grade(case_id), quad) include (case_id, settled) where quad is not null;
create index spot_tile on cases.spot (district, cases.grade(case_id), quad) include (case_id);
drop index cases.spot_grade;
drop index cases.alive_grade;
