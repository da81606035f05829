-- What lists and searches look at, without the form and the promises: a body is thirty times as long.
alter table matters.version add column card jsonb not null
  generated always as (body::text::jsonb - 'form' - 'papers' - 'conditions' - 'promises') stored;
