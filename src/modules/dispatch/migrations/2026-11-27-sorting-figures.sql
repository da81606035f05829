-- Decisions kept before the drift was published are told to the books too, as the program tells them.
insert into cases.delta (district, measure, day, case_id, version, line, unit, category, area, n, at)
select s.district, d.measure, (s.at at time zone 'Asia/Shanghai')::date, s.case_id, s.seq, 10000 + d.line,
  coalesce(s.chosen_unit, s.proposed_unit), s.proposed_category, coalesce(c.state->'filing'->>'area', ''), 1, s.at
from dispatch.sorting as s
join cases.card as c on c.district = s.district and c.id = s.case_id
cross join lateral (
  select measure, row_number() over (order by place) as line from (values
    (1, 'sorting-decided', true),
    (2, 'sorting-corrected', s.category_corrected or s.unit_corrected),
    (3, case when s.confidence is null then 'sorting-unmeasured' else 'sorting-measured' end, true),
    (4, 'sorting-low', s.confidence is not null and not s.sure)
  ) as m(place, measure, counts) where counts
) as d
on conflict (district, measure, day, case_id, version, line) do nothing;
