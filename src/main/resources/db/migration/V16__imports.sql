-- Imports: one row each, kept for good as a record of who brought what; what is of a person is in the sealed file alone.
create table import_job (
    id                text primary key,
    home              text not null,
    campaign          text not null,
    kind              text not null,
    account           text not null,
    role              text not null,
    scope             text,
    unit              text,
    format            text not null,
    digest            text not null,
    language          text not null,
    dry_run           boolean not null,
    together          boolean not null,
    upload_scope      text unique,
    state             text not null,
    refusal           text,
    refusal_arguments jsonb,
    rows_total        bigint not null default 0,
    rows_read         bigint not null default 0,
    rows_written      bigint not null default 0,
    rows_again        bigint not null default 0,
    rows_refused      bigint not null default 0,
    settled_row       bigint not null default 1,
    position          bigint not null default 0,
    rate              double precision not null default 0,
    cancelled         boolean not null default false,
    -- Runs begun since it last came forward: one that never does is given up.
    attempts          int not null default 0,
    -- Keys of the uploaded file and of the sheet with its errors, wrapped; forgotten when the file goes.
    upload_key        bytea,
    sheet_key         bytea,
    started_at        timestamptz not null,
    changed_at        timestamptz not null,
    ended_at          timestamptz
);
create index import_job_by_account on import_job (account, started_at desc);
create index import_job_running on import_job (home) where state = 'RUNNING';
create index import_job_sheets on import_job (ended_at) where sheet_key is not null;

-- What is wrong with rows: codes and fields, never a value.
create table import_problem (
    job               text not null references import_job (id) on delete cascade,
    row_number        bigint not null,
    ordinal           smallint not null,
    field             text not null,
    code              text not null,
    arguments         jsonb not null,
    existing_id       text,
    existing_position bigint,
    existing_unit     text,
    primary key (job, row_number, ordinal)
);

-- Natural keys seen in the rows of a file that is being looked through; gone when it ends.
create unlogged table import_claim (
    job        text not null,
    claim_key  bytea not null,
    row_number bigint not null,
    primary key (job, claim_key)
);
