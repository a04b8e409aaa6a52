-- What the name of a file says about its content (its dataset, a code, a day, the mapping that fits): the same bytes handed in by the
-- same submitter are the same file under any name that says the same.

alter table control.submission add column meaning text not null default '';
comment on column control.submission.meaning is 'What the file''s name says about its content; empty for files handed in before this was kept.';
