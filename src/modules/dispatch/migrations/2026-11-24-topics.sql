-- What many speak of: found anew from time to time, known again by its cases, named by their own words.
create table dispatch.topic (
  district text not null,
  id text not null,
  name text not null,
  heat real not null,
  people int not null,
  peak int not null,
  days int not null,
  likes int not null,
  first_day date not null,
  last_day date not null,
  found_at timestamptz not null,
  -- The case under supervision for all of it, once somebody has opened the topic as a task.
  lead_case text,
  opened_at timestamptz,
  opened_by text,
  primary key (district, id)
);
create index topic_heat on dispatch.topic (district, heat desc, id desc);
create index topic_people on dispatch.topic (district, people desc, id desc);
create index topic_last on dispatch.topic (district, last_day desc, id desc);

create table dispatch.topic_case (
  district text not null,
  case_id text not null,
  topic text not null,
  joined_at timestamptz not null,
  primary key (district, case_id)
);
create index topic_case_topic on dispatch.topic_case (district, topic, case_id);
