-- The people of whom ledger events hold personal data, by the record in which they stand; nothing of who they are.
create table person (
    subject   text   not null,
    position  bigint not null, -- of the event that holds the data
    campaign  text,
    unit      text,
    category  text,
    record_id text   not null,
    primary key (subject, position)
);

-- Who was erased, so that no restore of keys brings them back.
create table person_erased (
    subject  text   primary key,
    position bigint not null
);

-- A destroyed key's row must not lie about as a dead tuple until enough others have joined it.
alter table person_key set (autovacuum_vacuum_threshold = 0, autovacuum_vacuum_scale_factor = 0);
