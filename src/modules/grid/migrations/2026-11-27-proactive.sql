-- 未诉先办: what repeats at one place, or all over, proposed once a month as something to be solved at its root.
create table grid.proposal (
  district text not null,
  id text not null,
  -- First day of the month in which it is proposed.
  month date not null,
  kind text not null check (kind in ('place', 'theme')),
  -- Code of the grid, else of the area; empty for a theme of the whole district.
  place text not null,
  area text,
  category text not null,
  cases int not null,
  people int not null,
  weeks int not null,
  first_day date not null,
  last_day date not null,
  case_ids text[] not null,
  made_at timestamptz not null,
  state text not null check (state in ('open', 'accepted', 'dismissed')),
  decided_at timestamptz,
  decided_by text,
  reason text,
  task_case text,
  primary key (district, id),
  unique (district, month, kind, place, category)
);
create index proposal_state on grid.proposal (district, state, cases desc, id desc);
