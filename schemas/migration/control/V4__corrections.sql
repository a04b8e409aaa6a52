-- Corrections: what a file replaces, what was taken back, and who was forgotten.

alter table control.submission
    add column mode         text not null default 'replace' check (mode in ('replace', 'patch')),
    add column withdrawn_at timestamptz,
    add column withdrawn_by text,
    add constraint submission_withdrawn_by_somebody check ((withdrawn_at is null) = (withdrawn_by is null));
comment on column control.submission.mode is 'replace: the file replaces what its contract says (replaces_by); patch: only the keys that it holds.';
comment on column control.submission.withdrawn_at is 'Since when it counts no more; null while it counts. Its rows stay in stg_.';

create table control.withdrawal (
    submission_id text not null references control.submission on delete cascade,
    withdrawn_at  timestamptz not null,
    withdrawn_by  text not null,
    reason        text,
    undone_at     timestamptz check (undone_at > withdrawn_at),
    undone_by     text,
    primary key (submission_id, withdrawn_at),
    check ((undone_at is null) = (undone_by is null))
);
comment on table control.withdrawal is 'One row per time that a submission was taken back, and when that was undone: between the two its rows did not count.';
create unique index withdrawal_in_force on control.withdrawal (submission_id) where undone_at is null;

create table control.erasure (
    erasure_id  bigint generated always as identity primary key,
    erased_at   timestamptz not null,
    erased_by   text not null,
    persons     integer not null check (persons > 0),
    finished_at timestamptz
);
comment on table control.erasure is 'One row per forget: when, by whom, how many persons; nothing of a person. From erased_at on no reader sees them; finished_at: their old files are gone too.';

create table control.erasure_table (
    erasure_id bigint not null references control.erasure on delete cascade,
    table_name text not null,
    rows       bigint not null check (rows >= 0),
    primary key (erasure_id, table_name)
);
comment on table control.erasure_table is 'One row per forget and table that held the person: rows removed, or emptied of the person, from what counted then; 0 where only old snapshots held them.';

create table control.erasure_submission (
    erasure_id    bigint not null references control.erasure on delete cascade,
    submission_id text not null,
    primary key (erasure_id, submission_id)
);
comment on table control.erasure_submission is 'One row per forget and submission that held a row of the person.';

alter table control.release_table add column erasure_id bigint references control.erasure;
comment on column control.release_table.erasure_id is 'The forget that erased this frozen snapshot; null while it is there. Public tables are never erased.';
