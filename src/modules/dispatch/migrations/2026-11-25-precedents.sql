-- Rulings on disputes, by the category they were made in: few, and asked for with every proposal.
create index sorting_ruled on dispatch.sorting (district, chosen_category, at) where kind = 'ruled';
