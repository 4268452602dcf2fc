-- What is too long for an event, under the digest that the event names.
create table attachment (
    digest     bytea       primary key,
    media_type text        not null,
    bytes      bytea       not null,
    kept_at    timestamptz not null default clock_timestamp(),
    constraint attachment_has_its_digest check (digest = sha256(bytes))
);

-- What an event names is as little rewritten as the event.
create function attachment_is_append_only() returns trigger language plpgsql as $$
begin
    raise exception 'attachment is append-only';
end $$;
create trigger attachment_no_change before update or delete on attachment
    for each row execute function attachment_is_append_only();
create trigger attachment_no_truncate before truncate on attachment
    for each statement execute function attachment_is_append_only();
