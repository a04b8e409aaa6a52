-- What a release was built with, so that two releases can be told apart by their software.

create table control.release_built_with (
    release text not null references control.release on delete cascade,
    name    text not null,
    value   text not null,
    primary key (release, name)
);
comment on table control.release_built_with is 'One row per release and condition of its build (control.built_with as it was then). Releases from before this table have none.';
