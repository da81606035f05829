create schema if not exists dispatch;

-- Lines of the watch list that differ from what a city begins with, or came later. Never deleted, only set aside.
create table dispatch.watch_line (
  district text not null,
  id text not null,
  kind text not null,
  level text not null,
  phrase text not null,
  unless text not null,
  taken_back_by text not null,
  reason text not null,
  active boolean not null,
  changed_at timestamptz not null,
  changed_by text not null,
  primary key (district, id)
);
