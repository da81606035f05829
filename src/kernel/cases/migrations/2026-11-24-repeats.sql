-- Whatever was linked to a case, so that all of them are answered with it.
create index card_original on cases.card (district, (state #>> '{marks,original}'))
  where (state #>> '{marks,original}') is not null;
