create schema if not exists matters;

-- One line per matter: its newest state for the lists, and the draft that somebody works on.
-- Citus: all tables of this house distributed by district and co-located.
create table matters.matter (
  district       text not null,
  id             text not null check (id like 'matter\_%'),
  status         text not null check (status in ('draft', 'published', 'retired')),
  -- The newest published version; 0 while there is none.
  version        int  not null check (version >= 0),
  name_zh        text not null,
  name_en        text not null,
  category       text not null,
  kind           text not null,
  procedure      text not null,
  urgent         boolean not null,
  audience       text[] not null,
  words          text[] not null,
  from_day       date not null,
  last_day       date,
  -- json, not jsonb: the order of the fields of a form is the order in which they are drawn.
  draft          json,
  -- Raised with every saving; whoever saves names the number he read.
  draft_revision int  not null default 0,
  changed_at     timestamptz not null,
  changed_by     text not null,
  primary key (district, id),
  check ((status = 'draft') = (version = 0)),
  check (version > 0 or draft is not null)
);
create index matter_by_category on matters.matter (district, category, id);
create index matter_by_name on matters.matter (district, name_zh, id);
create index matter_by_change on matters.matter (district, changed_at, id);

-- Every version ever published, whole. A case keeps the one it was opened under, so none may ever change.
create table matters.version (
  district     text not null,
  id           text not null,
  version      int  not null check (version > 0),
  from_day     date not null,
  last_day     date,
  body         json not null,
  note         text not null,
  published_at timestamptz not null,
  published_by text not null,
  primary key (district, id, version)
);

create function matters.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '已发布的事项版本不可更改 / a published version never changes' using errcode = 'YW001';
end $$;
create trigger version_never_changes before update or delete or truncate on matters.version
  for each statement execute function matters.refuse_change();
create trigger version_row_never_changes before update or delete on matters.version
  for each row execute function matters.refuse_change();

-- The tree as it stands, and each node as it was after every change.
create table matters.category (
  district text not null,
  id       text not null check (id like 'category\_%'),
  version  int  not null check (version > 0),
  parent   text,
  name_zh  text not null check (name_zh <> '' and position('/' in name_zh) = 0),
  name_en  text not null,
  aliases  text[] not null,
  ordinal  int  not null,
  retired  boolean not null,
  primary key (district, id)
);

create table matters.category_version (
  district   text not null,
  id         text not null,
  version    int  not null,
  body       jsonb not null,
  changed_at timestamptz not null,
  changed_by text not null,
  primary key (district, id, version)
);
