-- Works as they may come to be shown: content as submitted, with what is personal encrypted.
create table showcase_work (
    entry          text    not null primary key,
    campaign       text    not null,
    category       text    not null,
    unit           text    not null,
    content        jsonb   not null,
    recommended_on date,
    gone           boolean not null default false, -- takes part no more
    award          text,                           -- granted and not revoked
    level          text,
    rank           integer,
    score          numeric,
    told_at        timestamptz,                    -- when it last became something else to the public
    told_by        bigint                          -- position of the event that said so
);
create index showcase_work_shown on showcase_work (campaign, category, rank, entry)
    where not gone and (award is not null or recommended_on is not null);
