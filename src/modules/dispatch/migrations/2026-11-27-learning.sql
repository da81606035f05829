-- Every training of a classifier: who asked for it, how far it is, and how it fares against the one in force. The model
-- itself lies as a file under DATA_DIR; nothing of any text is in either.
create table dispatch.learning (
  district text not null,
  id text not null,
  asked_at timestamptz not null,
  asked_by text not null,
  -- running, ready, failed, called-off
  state text not null,
  round int not null,
  rounds int not null,
  -- By the database's clock: who says nothing for two minutes has died.
  beat_at timestamptz not null,
  refusal text,
  comparison jsonb,
  primary key (district, id)
);

-- Which model was in force from when on. Null: the one that comes with the project.
create table dispatch.model_switch (
  district text not null,
  id text not null,
  at timestamptz not null,
  by_staff text not null,
  model text,
  primary key (district, id)
);
