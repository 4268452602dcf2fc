-- One row for each ledger event, with what the trail is searched by. The event itself is read from the ledger.
create table trail_entry (
    position    bigint      primary key,
    campaign    text,
    unit        text,
    category    text,
    type        text        not null,
    actor       text        not null,
    record_id   text        not null,
    occurred_on date,
    recorded_at timestamptz not null,
    search      text        not null
);
create index trail_entry_by_campaign on trail_entry (campaign, position);
create index trail_entry_by_unit on trail_entry (campaign, unit, position);
create index trail_entry_by_record on trail_entry (record_id, position);
