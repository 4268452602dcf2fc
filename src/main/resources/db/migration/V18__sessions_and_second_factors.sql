-- Who is signed in by the form, on whatever instance. The key is SHA-256 of what the browser's cookie holds, so that
-- whoever reads the table signs in nowhere.
create table sign_in_session (
    id_hash      bytea       primary key,
    account      text        not null,
    -- The account's row as it stood: another password or the end of the account ends the session.
    version      bigint      not null,
    -- NONE: by password alone. AWAITED: the code is still to come, and until then nobody is signed in. PASSED: it came.
    factor       text        not null,
    wrong_codes  int         not null default 0,
    -- The browser's make and system, so that its holder knows it again; nothing finer.
    browser      text        not null,
    created_at   timestamptz not null default now(),
    -- Written once a minute at most.
    last_seen_at timestamptz not null default now(),
    ends_at      timestamptz not null
);
create index sign_in_session_of on sign_in_session (account);

-- Forms that were sent after their session had ended, until whoever sent them has signed in: sealed with a key that
-- only that browser's cookie holds.
create table kept_form (
    id_hash    bytea       primary key,
    sealed     bytea       not null,
    created_at timestamptz not null default now()
);

alter table account_login add column second_factor boolean not null default false;

-- Secrets of authenticator apps. Each is sealed under a key of its own (person_key), which the master key wraps.
create table second_factor (
    account   text   primary key,
    sealed    text   not null,
    -- BEGUN until a code has shown that the app has it; ENROLLED from then on.
    state     text   not null,
    begun_at  timestamptz not null default now(),
    -- The last step of thirty seconds whose code was taken: each is taken once.
    last_step bigint not null default 0
);

-- What is left when the app is lost: SHA-256 of codes of 80 random bits, each gone when it is used.
create table recovery_code (
    account   text  not null,
    code_hash bytea not null,
    primary key (account, code_hash)
);
