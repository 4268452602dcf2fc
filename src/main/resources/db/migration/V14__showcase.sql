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
    told_by        bigint,                         -- position of the event that said so
    -- its place: by category, then by rank, those without one last, then by id
    sort           text    collate "C" not null generated always as (
        category || '/' || lpad(coalesce(rank, 999999999)::text, 9, '0') || '/' || entry) stored
);
create index showcase_work_awarded on showcase_work (campaign, sort) where not gone and award is not null;
create index showcase_work_recommended on showcase_work (campaign, category, sort)
    where not gone and award is null and recommended_on is not null;
