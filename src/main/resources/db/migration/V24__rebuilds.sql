-- The last rebuild of each projection, on whichever instance it runs or ran: any of them can tell of it and stop it.
create table rebuild (
    projection   text             primary key,
    -- Told apart from the one before it: whoever finds another run here has lost its turn.
    run          uuid             not null,
    state        text             not null,
    position     bigint           not null default 0,
    target       bigint           not null,
    -- For how long it has been running, by the clock of whoever runs it.
    seconds      double precision not null default 0,
    started_at   timestamptz      not null,
    ended_at     timestamptz,
    problem      text,
    cancel_asked boolean          not null default false,
    -- Written twice a second while it runs: an instance that is gone is noticed by its silence.
    seen_at      timestamptz      not null default now()
);
