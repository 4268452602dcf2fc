-- Judging, from its events and those of entries.
create table judging (
    campaign text   not null,
    category text   not null,
    stage    text   not null, -- OPEN, ENDED or CLOSED
    changed  timestamptz not null, -- when it came to this stage
    position bigint not null, -- of the event that brought it there
    primary key (campaign, category)
);
create index judging_ended on judging (changed) where stage = 'ENDED';

create table judging_entry (
    entry    text not null primary key,
    campaign text not null,
    category text not null,
    unit     text not null,
    state    text not null
);
create index judging_entry_recommended on judging_entry (campaign, category) where state = 'RECOMMENDED';

-- The last event of each entry's jury, so that who draws judges writes behind it and nowhere else; how many scores count;
-- and all that were given, so that whoever closes a category reads one row for each entry and not one for each score:
-- JUDGE:POINTS with spaces between, a ! behind those of a judge who has recused.
create table judging_panel (
    entry    text    not null primary key,
    sequence bigint  not null,
    scores   integer not null default 0,
    given    text    not null default ''
);

-- One row for each judge of an entry. Points in the order of the criteria's names, with commas between.
create table judging_seat (
    entry    text    not null,
    judge    text    not null,
    campaign text    not null,
    category text    not null,
    place    text    not null, -- where it stands in the judge's list: SHA-256 of judge and entry, which tells nothing of either
    recused  boolean not null,
    points   text,
    scored   bigint, -- position of the score
    primary key (entry, judge)
);
create index judging_seat_by_judge on judging_seat (judge, campaign, place);
create index judging_seat_by_category on judging_seat (campaign, category);

-- How far each judge has come, and how many recommended entries have so many scores that count: counted as rows change, so
-- that progress is told without going through all of them.
create table judging_judge (
    campaign text   not null,
    category text   not null,
    judge    text   not null,
    assigned bigint not null,
    scored   bigint not null,
    recused  bigint not null,
    primary key (campaign, category, judge)
);
create table judging_tally (
    campaign text    not null,
    category text    not null,
    scores   integer not null,
    entries  bigint  not null,
    primary key (campaign, category, scores)
);

create table judging_award (
    award      text    not null primary key,
    campaign   text    not null,
    category   text    not null,
    entry      text    not null,
    unit       text    not null,
    level      text    not null,
    rank       integer not null,
    score      numeric not null,
    ranking    text    not null,
    closed_at  bigint  not null,
    granted    bigint  not null,
    granted_on date    not null,
    revoked    bigint,
    revoked_on date,
    reason     text
);
create index judging_award_by_category on judging_award (campaign, category, rank);
create index judging_award_by_entry on judging_award (entry);
