-- The register of entries, of the form that all registers share. Asked by category as often as by unit; the digest of a
-- work finds the entries that refer to it, a receipt the one that was submitted with it, a subject what to forget.
create table entry_register (like mobilization_register including all);
create index entry_register_by_category on entry_register (campaign, (fields ->> 'category'), position);
-- Most versions of a state have ended: whether one has is looked up in the index, too.
create index entry_register_by_category_and_state on entry_register
    (campaign, (fields ->> 'category'), state, position, (coalesce(valid_to, 9223372036854775807)));
create index entry_register_by_state on entry_register
    (campaign, state, position, (coalesce(valid_to, 9223372036854775807)));
create index entry_register_by_kind on entry_register
    (campaign, (fields ->> 'category'), (fields ->> 'kind'), position);
create index entry_register_by_work on entry_register ((fields -> 'work' ->> 'sha256')) where fields -> 'work' ->> 'sha256' is not null;
create index entry_register_by_receipt on entry_register ((fields ->> 'receipt')) where fields ->> 'receipt' is not null;
create index entry_register_by_subject on entry_register ((fields ->> 'subject')) where fields ->> 'subject' is not null;

-- Who answers questions about a category; encrypted with the person's own key.
create table contact (
    id       text    not null primary key,
    position bigint  not null,
    campaign text    not null,
    category text    not null,
    host     text    not null,
    subject  text    not null,
    person   text    not null,
    shown    boolean not null
);
create index contact_by_category on contact (campaign, category, position);
create index entry_register_forgotten on entry_register ((fields -> 'work' ->> 'sha256'))
    where fields ->> 'forgotten' is not null;
