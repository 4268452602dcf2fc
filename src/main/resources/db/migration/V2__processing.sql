-- Where Axon's processors keep their place and their claim on it.
create table token_entry (
    processor_name text    not null,
    segment        integer not null,
    token          bytea,
    token_type     text,
    timestamp      text,
    owner          text,
    primary key (processor_name, segment)
);

-- Up to where each projection has read, written in the same transaction as its rows.
create table projection (
    name       text        primary key,
    position   bigint      not null,
    updated_at timestamptz not null default now()
);

-- Events that a projection could not take in, and those that wait behind them. The event itself stays in the ledger.
create table dead_letter (
    id           bigint      generated always as identity primary key,
    projection   text        not null,
    sequence     text        not null,
    position     bigint      not null,
    cause        text        not null,
    attempts     integer     not null default 1,
    set_aside_at timestamptz not null default now(),
    last_try_at  timestamptz not null default now(),
    unique (projection, position)
);
create index dead_letter_by_sequence on dead_letter (projection, sequence, position);
