-- Which records are likely to be one, as of the last run over a campaign's records of one kind. Holds ids, a score and
-- codes, nothing of what was compared. The earlier record is a.
create table likely_duplicate (
    campaign           text     not null,
    kind               text     not null,
    record_a           text     not null,
    record_b           text     not null,
    position_a         bigint   not null,
    position_b         bigint   not null,
    unit_a             text     not null,
    unit_b             text     not null,
    score              smallint not null,
    reasons            text[]   not null,
    listed_at_position bigint   not null, -- up to where the run had read the records
    primary key (campaign, kind, record_a, record_b)
);
create index likely_duplicate_by_rank on likely_duplicate (campaign, score, position_b, position_a);

-- How far the list is: an empty one is as of a position, too.
create table likely_duplicate_run (
    campaign   text        not null,
    kind       text        not null,
    position   bigint      not null,
    records    integer     not null,
    compared   bigint      not null, -- pairs
    listed     integer     not null, -- pairs
    cut_blocks integer     not null,
    cut_short  boolean     not null,
    ran_at     timestamptz not null default clock_timestamp(),
    primary key (campaign, kind)
);

-- Of which pairs somebody has said that they are two. Kept apart from the list, which is replaced by every run.
create table duplicate_dismissed (
    campaign     text        not null,
    kind         text        not null,
    record_a     text        not null, -- the lesser of the two ids
    record_b     text        not null,
    dismissed_by text        not null,
    reason       text        not null,
    dismissed_at timestamptz not null,
    primary key (campaign, kind, record_a, record_b)
);
