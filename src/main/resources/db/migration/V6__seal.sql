-- The sealed log: which log it is, how far it has come, and the alarm where the ledger differs from what was sealed.
-- One row, locked while a batch is sealed, so that any number of instances keep one tree.
create table seal_log (
    one       boolean     primary key default true check (one),
    origin    text        not null,
    size      bigint      not null,
    root      bytea       not null,
    sealed_at timestamptz not null default clock_timestamp()
);

-- Hashes of the tree, 256 to a row; the last of each level is still growing.
create table seal_tile (
    level  smallint not null,
    n      bigint   not null,
    hashes bytea    not null,
    primary key (level, n)
);
-- Hashes can't be compressed.
alter table seal_tile alter hashes set storage external;

-- The log's verifier keys, in the order in which they came into use.
create table seal_key (
    ordinal integer     generated always as identity primary key,
    vkey    text        not null unique,
    since   bigint      not null, -- first size that it signed
    made_at timestamptz not null default clock_timestamp()
);

-- Checkpoints that are kept: the last of each hour, and those at which the key changed.
create table seal_checkpoint (
    size         bigint      primary key,
    note         text        not null,
    why          text        not null check (why in ('hour', 'rotation', 'restored')),
    published_at timestamptz not null default clock_timestamp()
);

-- What witnesses have cosigned.
create table seal_cosignature (
    size    bigint      not null,
    witness text        not null,
    line    text        not null,
    at      timestamptz not null,
    primary key (size, witness)
);

-- Where the ledger is found to differ from what was sealed. What was found stays here for good.
create table seal_alarm (
    id       bigint      generated always as identity primary key,
    position bigint      not null,
    kind     text        not null,
    found_at timestamptz not null default clock_timestamp(),
    gone_at  timestamptz           -- when the whole ledger was found as sealed again
);
create unique index seal_alarm_ringing on seal_alarm (position, kind) where gone_at is null;

-- A ledger that is being restored from an archive, or was; the service does not start on half of one.
create table restoration (
    one         boolean     primary key default true check (one),
    root        bytea       not null,
    position    bigint      not null,
    finished_at timestamptz
);

-- When a cosignature was taken: what the witness says of the time is its own word.
alter table seal_cosignature add column taken_at timestamptz not null default clock_timestamp();

-- One row for all instances: what witnesses are asked to cosign, and the greatest size that was ever published.
create table seal_publication (
    one             boolean primary key default true check (one),
    published       bigint  not null default 0,
    candidate       bigint,
    candidate_since timestamptz
);
insert into seal_publication default values;
