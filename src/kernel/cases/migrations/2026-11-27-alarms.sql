-- What burns at the duty desk: alarms that nobody has answered, few among millions.
create index card_unheard on cases.card (district, id)
  where not settled and (state #>> '{registers,unheard}') = '1';
