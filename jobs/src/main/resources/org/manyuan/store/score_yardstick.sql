-- What an ingest of exam_score does, as one DuckDB script: the same checks with the same reason codes, HMAC-SHA-256 of the student
-- number, duplicates and conflicts by key, accepted rows and rejected cells as zstd Parquet. Statements end with a semicolon at a line's end.
create or replace temp table checked as
with cells as (
    select row_number() over () + 1 as source_line, *
    from read_csv(${scores}, auto_detect = false, header = false, skip = 1, null_padding = true, delim = ',', quote = '"', columns = {
        'exam_code': 'varchar', 'subject': 'varchar', 'student_id': 'varchar', 'school_code': 'varchar',
        'class_no': 'varchar', 'score': 'varchar', 'status': 'varchar', 'extra': 'varchar'})
),
typed as (
    select source_line, exam_code, subject, upper(student_id) as student_id, cells.school_code, class_no, score as said,
        coalesce(status, 'present') as status, extra, try_cast(score as decimal(12, 6)) as points,
        exam.exam_code is not null as is_exam, school.school_code is not null as is_school,
        paper.exam_code is not null as is_paper, paper.full_mark, paper.score_step
    from cells
    left join exam using (exam_code)
    left join school on school.school_code = cells.school_code
    left join paper using (exam_code, subject)
),
judged as (
    select *,
        case when extra is not null then 'CELLS:' else concat_ws(';',
            case when exam_code is null then 'REQUIRED:exam_code'
                when length(exam_code) > 64 then 'LENGTH:exam_code'
                when not is_exam and not regexp_full_match(exam_code, '[\p{L}\p{N}][\p{L}\p{N}._-]*') then 'PATTERN:exam_code'
                when not is_exam then 'UNKNOWN_EXAM:exam_code' end,
            case when subject is null then 'REQUIRED:subject'
                when length(subject) > 40 then 'LENGTH:subject'
                when not is_paper and not regexp_full_match(subject, '[a-z][a-z0-9_]*') then 'PATTERN:subject'
                when not is_paper and is_exam then 'UNKNOWN_PAPER:subject' end,
            case when student_id is null then 'REQUIRED:student_id'
                when length(student_id) > 40 then 'LENGTH:student_id'
                when not regexp_matches(student_id, '[0-9]') then 'NO_NUMBER:student_id'
                when regexp_full_match(student_id, '[0-9.]+E\+?[0-9]{2}') then 'ROUNDED_NUMBER:student_id' end,
            case when school_code is null then 'REQUIRED:school_code'
                when not is_school then 'UNKNOWN_SCHOOL:school_code' end,
            case when length(class_no) > 40 then 'LENGTH:class_no' end,
            case when said is not null and points is null then 'TYPE:score'
                when points <> round(points, 3) then 'PRECISION:score'
                when points < 0 and points = round(points) then 'NEGATIVE_MARK:score'
                when points < 0 or points > 2000 then 'RANGE:score'
                when points > full_mark then 'ABOVE_FULL_MARK:score'
                when points % score_step <> 0 then 'OFF_STEP:score'
                when said is null and status = 'present' then 'REQUIRED:score'
                when said is not null and status in ('absent', 'exempt') then 'NOT_EMPTY:score' end,
            case when status not in ('present', 'absent', 'exempt', 'invalid') then 'CODE:status' end) end as rejects
    from typed
)
select source_line, exam_code, subject, school_code, class_no, status, rejects,
    case when rejects = '' then points::decimal(9, 3) end as score,
    case when rejects = '' then
        left(sha256(unhex('${outer}') || unhex(sha256(unhex('${inner}') || encode('student|' || student_id)))), 32)
    end as student_key
from judged;

create or replace temp table repeated as
select exam_code, subject, student_key, count(*) as times, min(source_line) as first_line,
    min(hash(school_code, class_no, score, status)) = max(hash(school_code, class_no, score, status)) as is_same
from checked
where rejects = ''
group by exam_code, subject, student_key
having count(*) > 1;

copy (
    select exam_code, subject, student_key, school_code, class_no, score, null::varchar as level, status, 'reported' as origin,
        'R000001-00000000' as submission_id, 1::bigint as received_no, null::date as source_on, 0::integer as precedence,
        '' as submitter, '' as sheet, source_line
    from checked
    where rejects = '' and not exists (
        from repeated where repeated.exam_code = checked.exam_code and repeated.subject = checked.subject
            and repeated.student_key = checked.student_key and (not is_same or source_line <> first_line))
) to ${accepted} (format parquet, compression zstd);

copy (
    select source_line, split_part(reject, ':', 2) as source_column, split_part(reject, ':', 1) as code
    from (select source_line, unnest(string_split(rejects, ';')) as reject from checked where rejects <> '')
    union all
    select source_line, 'exam_code, subject, student_key', 'CONFLICTING_ROWS'
    from checked join repeated using (exam_code, subject, student_key)
    where rejects = '' and not is_same
) to ${rejected} (format parquet, compression zstd);
