-- Registers of records. A change of a record ends a version and begins another, so that every register can be asked
-- as of any position. All have the same form; each is owned by one projection.
create table mobilization_register (
    id          text        not null,
    position    bigint      not null, -- at which the record was made
    valid_from  bigint      not null, -- this version holds from this position
    valid_to    bigint,               -- to before this one; absent while it holds
    campaign    text        not null,
    unit        text        not null,
    occurred_on date        not null,
    recorded_at timestamptz not null, -- at which the record was made
    changed_at  timestamptz not null, -- at which this version was
    state       text        not null,
    correction  text,                 -- by which this version came about
    fields      jsonb       not null,
    search      text        not null,
    primary key (id, valid_from)
);
create index mobilization_register_by_campaign on mobilization_register (campaign, position);
create index mobilization_register_by_unit on mobilization_register (campaign, unit, position);
create index mobilization_register_by_correction on mobilization_register (correction) where correction is not null;
create index mobilization_register_by_survivor on mobilization_register ((fields ->> 'mergedInto'))
    where fields ? 'mergedInto';
create table propagandist_register (like mobilization_register including all);
create table event_register (like mobilization_register including all);
create table reach_register (like mobilization_register including all);
