-- One row for each ledger event, with what the trail is searched by. The event itself is read from the ledger.
create table trail_entry (
    position    bigint      primary key,
    campaign    text,
    unit        text,
    category    text,
    type        text        not null,
    actor       text        not null,
    record_id   text        not null,
    former_unit text,                 -- of which the record was before this event, where it changes it
    correction  text,                 -- of which it tells, or by which it came about
    corrects    bigint,               -- position of what it corrects
    occurred_on date,
    recorded_at timestamptz not null,
    search      text        not null
);
create index trail_entry_by_campaign on trail_entry (campaign, position);
create index trail_entry_by_unit on trail_entry (campaign, unit, position);
create index trail_entry_by_record on trail_entry (record_id, position);
create index trail_entry_by_correction on trail_entry (correction, position) where correction is not null;
create index trail_entry_by_former_unit on trail_entry (campaign, former_unit, position) where former_unit is not null;
