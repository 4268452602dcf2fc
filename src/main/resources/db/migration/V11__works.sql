-- Works whose bytes are kept elsewhere, under their digest. Not of the ledger: events name the digest, and stand without
-- this table.
create table work (
    digest      text        primary key,
    facts       jsonb,                 -- what the bytes are; absent once they are gone
    orientation smallint    not null default 1, -- how a picture is stored, as EXIF numbers it
    redaction   bytea       not null default '', -- what a copy for everybody has in place of some parts
    uploaded_at timestamptz not null,
    uploaded_by text        not null,  -- the first to send it
    wanted_at   timestamptz not null,  -- when it was last sent or asked for to be referred to
    erased_at   timestamptz,           -- of one that is not there: erased, or on its way
    arriving_at timestamptz,           -- while its bytes are being kept: since when
    constraint work_digest check (digest ~ '^[0-9a-f]{64}$'),
    constraint work_is_there_or_erased check ((facts is null) = (erased_at is not null))
);
create index work_arriving on work (arriving_at) where arriving_at is not null;
create index work_by_age on work (wanted_at) where erased_at is null;

-- Who has sent it. The same bytes may come from several, who each may see what they sent.
create table work_upload (
    digest      text        not null references work on delete cascade,
    account     text        not null,
    uploaded_at timestamptz not null,
    primary key (digest, account)
);

-- Answers to idempotency keys of uploads, kept 90 days like those of commands. An upload writes no event, hence has none
-- of the appends that keep the others.
create table work_upload_key (
    scope       text        primary key, -- SHA-256 of account, method, path and key
    digest      text        not null,
    answered_at timestamptz not null
);
create index work_upload_key_by_age on work_upload_key (answered_at);
