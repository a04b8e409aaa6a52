-- Releases: what was frozen, and what was let out. A release exists by its row here only; refs without one are swept.

create table control.release (
    release     text primary key,
    released_at timestamptz not null,
    as_of       date not null,
    digest      text not null check (digest ~ '^[0-9a-f]{64}$'),
    is_synthetic boolean not null
);
comment on table control.release is 'One row per release. digest: SHA-256 over the sorted CSV of every public table, in order of name; the same data give the same digest under any release name.';

create table control.release_table (
    release     text not null references control.release on delete cascade,
    part        text not null check (part in ('frozen', 'public')),
    table_name  text not null,
    lake_table  text not null,
    snapshot_id bigint not null,
    rows        bigint,
    digest      text check (digest ~ '^[0-9a-f]{64}$'),
    primary key (release, part, table_name)
);
comment on table control.release_table is 'One row per release, part and table: the snapshot it names. frozen: every table as it stood, for the operator. public: what disclosure let through, with rows and digest; reports, dashboards, downloads and query --release see these only.';
