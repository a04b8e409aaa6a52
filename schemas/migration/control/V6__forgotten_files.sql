-- Somebody who stands in files of receipts only, because what named them was never taken, is forgotten too.

alter table control.erasure
    drop constraint erasure_persons_check,
    add column files integer not null default 0 check (files >= 0),
    add constraint erasure_persons_check check (persons >= 0);
comment on table control.erasure is 'One row per forget: when, by whom, how many persons and files; nothing of a person. From erased_at on no reader sees them; finished_at: their old files are gone too.';
comment on column control.erasure.persons is 'How many the tables held; 0 where only files of receipts named somebody.';
comment on column control.erasure.files is 'Files of receipts that were deleted; 0 also where that was not kept yet.';
