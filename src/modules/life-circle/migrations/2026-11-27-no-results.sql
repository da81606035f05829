-- Figures are reckoned anew from what they name and kept in the memory of the process; nothing was ever written here.
drop table life_circle.result;
