-- Topics: up to where they were taken. Moves in the same transaction as the heads of the rows that were taken.

create table control.topic_offset (
    topic        text not null,
    partition_no int not null check (partition_no >= 0),
    topic_id     text not null,
    next_offset  bigint not null check (next_offset >= 0),
    moved_at     timestamptz not null,
    primary key (topic, partition_no)
);
comment on table control.topic_offset is 'One row per topic and partition: the first offset that was not taken yet. topic_id: the broker''s id, which changes where a topic is made again under the same name.';

create table control.topic_batch (
    submission_id text not null references control.submission on delete cascade,
    topic         text not null,
    partition_no  int not null,
    topic_id      text not null,
    from_offset   bigint not null check (from_offset >= 0),
    to_offset     bigint not null check (to_offset >= from_offset),
    messages      bigint not null check (messages between 0 and to_offset - from_offset),
    primary key (submission_id, topic, partition_no)
);
comment on table control.topic_batch is 'One row per receipt and partition: which messages it is of, from_offset up to but not including to_offset. Marks of transactions take offsets and are no messages.';
