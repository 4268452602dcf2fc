-- Subscriptions: who is told of what, where. Address and secrets are in the sealed text alone, whose key is a person's key.
create table subscription (
    id           text primary key,
    campaign     text not null,
    account      text not null,
    kind         text not null,
    channel      text not null,
    language     text not null,
    terms        jsonb not null,
    sealed       text,
    -- SHA-256 of what stands in the links of its mails.
    link_hash    bytea unique,
    state        text not null,
    create_scope text unique,
    body_hash    text,
    check_at     timestamptz not null,
    created_at   timestamptz not null,
    ended_at     timestamptz
);
create index subscription_by_campaign on subscription (campaign, created_at desc, id desc);
create index subscription_by_account on subscription (account, created_at);
create index subscription_due on subscription (check_at) where state = 'ACTIVE';

-- Who changed what of it: the audit of what is in no ledger event.
create table subscription_change (
    id           bigint generated always as identity primary key,
    subscription text not null references subscription (id),
    account      text not null,
    what         text not null,
    at           timestamptz not null
);
create index subscription_change_of on subscription_change (subscription, id);

-- What an alert has told of, so that it tells once: whether it stands, and how often it has been crossed.
create table subscription_crossing (
    subscription text not null references subscription (id),
    subject      text not null,
    standing     boolean not null,
    crossings    int not null,
    primary key (subscription, subject)
);

-- What is to be sent and what was: an occasion of a subscription once.
create table subscription_delivery (
    id            text primary key,
    subscription  text not null references subscription (id),
    occasion      text not null,
    kind          text not null,
    content       jsonb not null,
    position      bigint not null,
    state         text not null,
    attempts      int not null default 0,
    -- Attempts before it was last asked to be sent again: these do not count towards the dead letter.
    forgiven      int not null default 0,
    next_at       timestamptz not null,
    claimed_until timestamptz,
    outcome       text,
    status        int,
    created_at    timestamptz not null,
    attempted_at  timestamptz,
    ended_at      timestamptz,
    unique (subscription, occasion)
);
create index subscription_delivery_due on subscription_delivery (next_at) where state = 'WAITING';
create index subscription_delivery_dead on subscription_delivery (subscription) where state = 'DEAD';
create index subscription_delivery_of on subscription_delivery (subscription, created_at desc, id desc);
