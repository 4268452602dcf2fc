-- Which corrections about several records are about which: those about one say so in correction_register. Filled by the
-- projection correction-records from the ledger's beginning, so that requests of before are in it, too.
create table correction_record (
    record     text   not null,
    correction text   not null,
    position   bigint not null,
    primary key (record, correction)
);
