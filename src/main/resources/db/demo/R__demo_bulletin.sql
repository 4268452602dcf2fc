create table if not exists demo_bulletin (
    position bigint primary key,
    title    text   not null,
    contacts bigint not null
);
