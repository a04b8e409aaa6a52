-- Row security on every table, for its owner too. A researcher and the loader see the whole public set. A bureau's role sees the rows
-- whose district lies in its subtree, and those of a unit or group whose authority does; so a territory's own row is seen at its own
-- level and above, never below. Everyone else sees nothing.

create function serving.protect(target regclass) returns void language plpgsql as $$
declare
    has_district boolean := exists (select from pg_attribute where attrelid = target and attname = 'district_code');
    has_school   boolean := exists (select from pg_attribute where attrelid = target and attname = 'school_code');
    has_group    boolean := exists (select from pg_attribute where attrelid = target and attname = 'group_code');
    has_authority boolean := exists (select from pg_attribute where attrelid = target and attname = 'authority_code');
    mine   constant text := '(select district_code from serving.bureau_district)';
    seen   text[] := '{}';
begin
    if has_district then
        seen := seen || format('district_code in %s', mine);
    end if;
    if has_authority then
        seen := seen || format('authority_code in %s', mine);
    end if;
    if has_school and not has_authority then
        seen := seen || format('school_code in (select school_code from serving.dim_school where authority_code in %s)', mine);
    end if;
    if has_group and not has_authority then
        seen := seen || format('group_code in (select group_code from serving.dim_group where authority_code in %s)', mine);
    end if;
    execute format('alter table %s owner to manyuan_owner', target);
    execute format('alter table %s enable row level security', target);
    execute format('alter table %s force row level security', target);
    execute format('revoke all on %s from public', target);
    execute format('grant select on %s to manyuan_researcher, manyuan_dashboard, manyuan_bureau', target);
    execute format('grant select, insert, update, delete on %s to manyuan_loader', target);
    execute format('create policy whole_public_set on %s for select to manyuan_researcher using (true)', target);
    execute format('create policy load on %s to manyuan_loader using (true) with check (true)', target);
    if seen <> '{}' then
        execute format('create policy own_subtree on %s for select to manyuan_bureau using (%s)', target, array_to_string(seen, ' or '));
    end if;
end
$$;
comment on function serving.protect(regclass) is 'Puts the owner, the grants and the policies on a table of this schema; every new table needs it.';

do $$
declare
    name text;
begin
    for name in select tablename from pg_tables where schemaname = 'serving' and tablename not in ('release', 'bureau_district', 'flyway_schema_history') loop
        perform serving.protect(format('serving.%I', name)::regclass);
    end loop;
    -- which release it is, everyone may know; which districts are a role's, that role
    foreach name in array array ['release', 'bureau_district'] loop
        perform serving.protect(format('serving.%I', name)::regclass);
    end loop;
end
$$;
drop policy own_subtree on serving.bureau_district;
create policy own_rows on serving.bureau_district for select to manyuan_bureau using (role_name = current_user);
create policy which_release on serving.release for select to manyuan_bureau, manyuan_dashboard using (true);

-- a dashboard's session is put into its role when it opens; no function in a query may put it into another
revoke execute on function pg_catalog.set_config(text, text, boolean) from public;
