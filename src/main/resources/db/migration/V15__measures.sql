-- The register of measures, of the form that all registers share; a measure of a category is of no unit.
create table measure_register (like mobilization_register including all);
alter table measure_register alter column unit drop not null;
create index measure_register_by_category on measure_register (campaign, (fields ->> 'category'), position);
create index measure_register_by_document on measure_register ((fields ->> 'document'))
    where fields ->> 'document' is not null;
