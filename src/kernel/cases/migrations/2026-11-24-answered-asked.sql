-- A keyed digest of what was asked with an idempotency key: the same key with something else is no repetition.
alter table cases.answered add column asked text;
