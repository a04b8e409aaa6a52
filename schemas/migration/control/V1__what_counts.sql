-- What counts in the warehouse, and what was handed in. Rows of Iceberg tables become visible by a row of control.head only.

create table control.head (
    table_name  text primary key,
    snapshot_id bigint not null
);
comment on table control.head is 'One row per Iceberg table: the snapshot that readers see. All tables of one command move in one transaction.';

create sequence control.received_no;
comment on sequence control.received_no is 'Order of submissions: the later one replaces the earlier.';

create table control.submission (
    submission_id text primary key,
    received_no   bigint not null unique,
    digest        text not null check (digest ~ '^[0-9a-f]{64}$'),
    file_name     text not null,
    submitter     text not null,
    datasets      text[] not null,
    outcome       text not null check (outcome in ('accepted', 'accepted_with_rejects', 'refused')),
    received_at   timestamptz not null,
    received_by   text not null,
    bytes         bigint not null
);
comment on table control.submission is 'One row per file handed in, refused ones too. submitter: the folder''s district, empty where there is none.';
create index submission_digest on control.submission (digest);

create table control.submission_count (
    submission_id text not null references control.submission on delete cascade,
    dataset       text not null,
    sheet         text not null,
    lines         bigint not null check (lines >= 0),
    filtered      bigint not null check (filtered >= 0),
    rows_in       bigint not null check (rows_in = accepted + rejected + duplicate),
    accepted      bigint not null check (accepted >= 0),
    rejected      bigint not null check (rejected >= 0),
    duplicate     bigint not null check (duplicate >= 0),
    primary key (submission_id, dataset, sheet)
);
comment on table control.submission_count is 'One row per file, dataset and sheet (empty for a text). A wide sheet gives several rows a line.';

create table control.submission_problem (
    submission_id  text not null references control.submission on delete cascade,
    dataset        text not null,
    sheet          text not null,
    code           text not null,
    source_column  text not null,
    occurrences    bigint not null check (occurrences > 0),
    first_lines    bigint[] not null,
    chinese        text not null,
    english        text not null,
    primary key (submission_id, dataset, sheet, code, source_column)
);
comment on table control.submission_problem is 'One row per file, dataset, sheet, reason and column: how often, and the first lines. Never a cell''s value.';

create table control.run (
    run_id     bigint generated always as identity primary key,
    command    text not null,
    started_at timestamptz not null,
    ended_at   timestamptz,
    outcome    text
);
comment on table control.run is 'One row per command that wrote. No end: it runs, or it was killed.';

create table control.built (
    table_name  text primary key,
    snapshot_id bigint not null,
    built_at    timestamptz not null
);
comment on table control.built is 'One row per table that the last build read: the head it saw. What differs from control.head is accepted but not built.';

create table control.key_fingerprint (
    fingerprint text primary key
);
comment on table control.key_fingerprint is 'One row: what the workspace''s secret makes of a fixed word. Another secret would give every pupil another key, so it is refused.';
