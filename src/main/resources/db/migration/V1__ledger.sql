-- The ledger itself: append only, positions without gaps in the order of commit.
create table ledger_event (
    position       bigint      primary key,
    event_id       uuid        not null,
    aggregate_type text        not null,
    aggregate_id   text        not null,
    sequence       bigint      not null,
    type           text        not null,
    revision       smallint    not null,
    recorded_at    timestamptz not null,
    payload        bytea       not null,
    metadata       bytea       not null,
    salt           bytea       not null check (length(salt) = 16),
    constraint ledger_event_aggregate unique (aggregate_id, sequence)
);
-- JSON of a few hundred bytes: compressing it costs more than it saves on the way of a command.
alter table ledger_event alter payload set storage external, alter metadata set storage external;

-- The ledger is never rewritten, by whatever mistake of ours (rule 18).
create function ledger_event_is_append_only() returns trigger language plpgsql as $$
begin
    raise exception 'ledger_event is append-only';
end $$;
create trigger ledger_event_no_change before update or delete on ledger_event
    for each row execute function ledger_event_is_append_only();
create trigger ledger_event_no_truncate before truncate on ledger_event
    for each statement execute function ledger_event_is_append_only();

-- Natural keys, each held by one record. The key is SHA-256 over kind and normal form.
create table claim (
    claim_key bytea  primary key,
    kind      text   not null,
    record_id text   not null,
    unit      text   not null,
    position  bigint not null
);

-- First answers to commands that came with an idempotency key, kept 90 days.
create table idempotent_answer (
    scope       bytea       primary key,
    body_hash   bytea       not null,
    status      smallint    not null,
    location    text        not null,
    id          text        not null,
    position    bigint      not null,
    answered_at timestamptz not null default now()
);
create index idempotent_answer_by_age on idempotent_answer using brin (answered_at);

-- A person's own key, wrapped by the master key; destroying the row is erasing the person (rule 23).
create table person_key (
    subject    text        primary key,
    wrapped    bytea       not null,
    created_at timestamptz not null default now()
);

-- Fingerprints of the keys with which this ledger was begun: another key is refused at start, not used silently.
create table key_fingerprint (
    name        text  primary key,
    fingerprint bytea not null
);

-- Who may sign in. Written in the append of the account's ledger event, so that it holds from the answer on.
create table account_login (
    username        text        primary key,
    role            text        not null,
    scope           text,
    unit            text,
    password_hash   text        not null,
    disabled        boolean     not null default false,
    made_by         text        not null,
    password_set_by text        not null,
    position        bigint      not null,
    opened_at       timestamptz not null default now()
);
