-- The component (部件) that an officer has bound a sensor to; null: the nearest that fits.
alter table sensors.sensor add column component text;
