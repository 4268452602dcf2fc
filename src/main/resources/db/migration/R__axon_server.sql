-- Used where the events are kept in Axon Server (ledger.event-store=axon-server) and empty otherwise.

-- Which ledger of the context this database belongs to, and the token after which it begins.
create table if not exists axon_server_ledger (
    one         boolean     primary key default true check (one),
    ledger      text        not null,
    after_token bigint,              -- absent until Axon Server was reached for the first time
    begun_at    timestamptz not null default now()
);

-- Positions without others' events in between: position first_position + n stands at token first_token + n.
create table if not exists axon_server_run (
    first_position bigint primary key,
    first_token    bigint not null,
    length         bigint not null
);

-- Appends whose rows were taken back, by their first event: should it stand at that position after all, it came late.
create table if not exists axon_server_given_up (
    event_id    uuid        primary key,
    position    bigint      not null,
    given_up_at timestamptz not null default now(),
    came_at     timestamptz
);
