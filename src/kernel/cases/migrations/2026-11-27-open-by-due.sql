-- What is open in the order in which it is due: a list that is narrowed by anything but its unit stops when its page is full.
create index card_open_due on cases.card (district, due, id) where not settled;
