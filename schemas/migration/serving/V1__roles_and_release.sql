-- The serving schema: the public set of the release that dashboards show. Dimensions, marts and released rows, as disclosure let them
-- through; loaded by COPY and replaced in one transaction. Every column is described twice, in Chinese and English ('中文 | English'):
-- dashboards, the research package and the dictionary take their words from here.

-- Roles belong to the whole server, so a second workspace on it finds them there already.
do $$
declare
    name text;
begin
    foreach name in array array ['manyuan_owner', 'manyuan_loader', 'manyuan_dashboard', 'manyuan_researcher', 'manyuan_bureau'] loop
        if not exists (select from pg_roles where rolname = name) then
            execute format('create role %I nologin noinherit', name);
        end if;
        execute format('grant %I to current_user', name);
    end loop;
end
$$;
-- by itself the dashboard sees no row; a session takes the researcher's role or a bureau's
grant manyuan_researcher to manyuan_dashboard;
alter role manyuan_dashboard set default_transaction_read_only = on;
alter role manyuan_dashboard set statement_timeout = '60s';
alter schema serving owner to manyuan_owner;
-- manyuan_bureau holds what every bureau may; each bureau has a role of its own in it, manyuan_bureau_<district code>
grant usage on schema serving to manyuan_loader, manyuan_dashboard, manyuan_researcher, manyuan_bureau;

-- What a release is.

create table serving.release (
    release      text primary key,
    released_at  timestamptz not null,
    as_of        date not null,
    digest       text not null,
    is_synthetic boolean not null
);
comment on table serving.release is '每行一次发布（只有当前展示的一次） | One row: the release that is shown';
comment on column serving.release.release is '发布名称 | Name of the release';
comment on column serving.release.released_at is '发布时间 | When it was released (UTC)';
comment on column serving.release.as_of is '统计截止日 | The day the figures speak of';
comment on column serving.release.digest is '公开数据摘要（SHA-256） | SHA-256 of the public set';
comment on column serving.release.is_synthetic is '含合成数据 | Whether made-up rows are in it';

create table serving.bureau_district (
    role_name     text not null,
    district_code text not null,
    primary key (role_name, district_code)
);
comment on table serving.bureau_district is '每行一个教育局角色及其辖区内的一个区划 | One row per bureau''s role and district of its subtree';
comment on column serving.bureau_district.role_name is '数据库角色 | Database role';
comment on column serving.bureau_district.district_code is '区划代码 | District of its subtree, itself included';
