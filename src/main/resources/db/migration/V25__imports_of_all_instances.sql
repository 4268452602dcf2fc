-- The files of imports, sealed, in pieces: whichever instance is asked has them, and goes on where another is gone.
create table import_file (
    job   text    not null references import_job (id) on delete cascade,
    -- UPLOAD: as it was sent, until the import ends. SHEET: with its errors, until its time is over.
    kept  text    not null,
    part  integer not null,
    bytes bytea   not null,
    primary key (job, kept, part)
);
-- Encrypted: there is nothing to compress.
alter table import_file alter column bytes set storage external;

-- When the instance that has it (home) last said so; absent where it has let it go, or an earlier release began it.
alter table import_job add column seen_at timestamptz;
drop index import_job_running;
create index import_job_running on import_job (started_at) where state = 'RUNNING';
