-- Balances of postings at every 2,048th position, from which progress at any position is folded in moments.

-- Which run of the fold the rows come from: who kept a balance in memory from another run starts anew.
create table progress_generation (
    one      boolean     primary key default true check (one),
    begun_at timestamptz not null default clock_timestamp()
);

-- At this position, the balance of every campaign that had changed since the mark before was kept. What was posted in
-- between is here as well, packed, for the positions between two marks.
create table progress_mark (
    position    bigint      primary key,
    follows     bigint      not null,
    recorded_at timestamptz not null,
    postings    bytea       not null
);
alter table progress_mark alter postings set storage external;

create table progress_checkpoint (
    campaign text   not null,
    position bigint not null,
    state    bytea  not null,
    primary key (campaign, position)
);
-- Packed numbers: trying to compress them again costs more than it saves.
alter table progress_checkpoint alter state set storage external;

-- The campaigns' own events, few and far between, so that a start need not look for them in the whole ledger.
create table progress_campaign_event (
    position bigint   primary key,
    type     text     not null,
    revision smallint not null,
    payload  bytea    not null
);

-- Every posting, to explain a figure by.
create table posting (
    position    bigint           not null,
    ordinal     smallint         not null,
    campaign    text collate "C" not null,
    metric      text collate "C" not null,
    unit        text collate "C" not null,
    category    text collate "C",
    amount      bigint           not null,
    occurred_on date             not null,
    record_id   text             not null,
    type        text             not null,
    recorded_at timestamptz      not null,
    primary key (position, ordinal)
);
create index posting_by_figure on posting (campaign, metric, unit, position, ordinal);
create index posting_nationally on posting (campaign, metric, position, ordinal);
