-- An import may redraw a part of a layer and leave the rest as it was published last.
alter table places.import_run add column is_part boolean not null default false;

-- The edition of which a draft redraws a part; it may be published only while nothing newer was.
alter table places.layer_version add column based_on int;
