-- How often a case is drawn into a sample: half of all ids have grade 0, a quarter 1 … so that all ids from a grade on
-- are a fair share of 1 / 2^grade, the same one whenever it is asked for.
create function cases.grade(id text) returns smallint language sql immutable strict parallel safe as $$
  select (16 - width_bucket(
    get_byte(decode(left(md5(id), 4), 'hex'), 0) * 256 + get_byte(decode(left(md5(id), 4), 'hex'), 1),
    array[1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048, 4096, 8192, 16384, 32768]))::smallint
$$;
create index spot_grade on cases.spot (district, cases.grade(case_id), quad);
create index alive_grade on cases.alive (district, cases.grade(case_id));
create index alive_unit_grade on cases.alive (district, unit, cases.grade(case_id));
create index card_unit_grade on cases.card (district, unit, cases.grade(id));
create index card_grid on cases.card (district, grid) where grid is not null;
