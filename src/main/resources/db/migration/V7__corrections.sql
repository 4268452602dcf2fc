-- Corrections, in the form that all registers share. What is of no campaign or unit has empty texts there.
create table correction_register (like mobilization_register including all);
create index correction_register_by_record on correction_register ((fields ->> 'recordId'));
create index correction_register_undecided on correction_register (position) where state = 'REQUESTED' and valid_to is null;

-- Passwords of ADMIN accounts that wait for four eyes; gone with the decision.
create table pending_login (
    correction    text primary key,
    password_hash text not null
);
