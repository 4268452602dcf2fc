-- Tokens for programs, written in the append of their ledger events. Of a token its hash alone is kept: it is 256 random
-- bits, which no list of guesses holds. The name is its holder's and stands in no event.
create table api_token (
    id         text        primary key,
    username   text        not null,
    sha256     bytea       not null unique,
    name       text        not null,
    access     text        not null,
    expires_on date        not null,
    revoked    boolean     not null default false,
    used_on    date,
    made_at    timestamptz not null default now()
);
create index api_token_by_account on api_token (username, made_at desc, id);

-- Accounts that an issuer vouches for: by whose subject they were first signed in with. A name that the issuer gives to
-- somebody else later does not come with the account.
create table account_subject (
    username text  primary key,
    issuer   text  not null,
    -- SHA-256 of the issuer and its subject.
    subject  bytea not null unique,
    bound_at timestamptz not null default now()
);
