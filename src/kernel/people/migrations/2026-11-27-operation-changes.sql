-- What a deed changed, field by field, and what was done to one thing: the history that stands beside it.
alter table people.operation_log add column changes jsonb not null default '[]';
create index operation_log_by_target on people.operation_log (district, target, id);
