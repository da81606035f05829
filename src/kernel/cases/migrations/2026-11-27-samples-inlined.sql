-- The same grades; without `strict` the planner writes the function into the query, which makes a grade four times cheaper.
create or replace function cases.grade(id text) returns smallint language sql immutable parallel safe as $$
  select (16 - width_bucket(
    get_byte(decode(left(md5(id), 4), 'hex'), 0) * 256 + get_byte(decode(left(md5(id), 4), 'hex'), 1),
    array[1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048, 4096, 8192, 16384, 32768]))::smallint
$$;
