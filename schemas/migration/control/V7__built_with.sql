-- What the last build was made with, so that the next one computes again only what has changed.

create table control.built_with (
    name  text primary key,
    value text not null
);
comment on table control.built_with is 'One row per condition of the last build (the software with its cards and schemes, the settings that figures depend on, its day, the last submission it saw): another value is a reason to compute again.';
