-- A receipt says what its file took the place of.

create table control.submission_replaced (
    submission_id text not null references control.submission on delete cascade,
    dataset text not null,
    replaced_id text not null,
    file_name text not null,
    rows_out bigint not null check (rows_out >= held_again + gone),
    held_again bigint not null check (held_again >= 0),
    gone bigint not null check (gone >= 0),
    primary key (submission_id, dataset, replaced_id)
);
comment on table control.submission_replaced is 'One row per receipt, dataset and receipt replaced: rows that no longer counted when the file came. Receipts from before this table have none.';
comment on column control.submission_replaced.rows_out is 'Rows of the replaced receipt that no longer counted.';
comment on column control.submission_replaced.held_again is 'Keys of these that the file holds again.';
comment on column control.submission_replaced.gone is 'Keys of these that no file held then.';
