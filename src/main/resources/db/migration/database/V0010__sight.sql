-- Whose eyes a transaction has, for the policies of row-level security. Told anew by each transaction; untold, nobody's.
-- In policies write (select database.…()), so that it is asked once per statement and not once per row.

create schema database;

create function database.member() returns uuid
    language sql stable parallel safe
    return nullif(current_setting('osn.member', true), '')::uuid;

create function database.organization() returns uuid
    language sql stable parallel safe
    return nullif(current_setting('osn.organization', true), '')::uuid;

create function database.role() returns text
    language sql stable parallel safe
    return nullif(current_setting('osn.role', true), '');

-- 'organization', 'network' or 'system'; null for a public page.
create function database.reach() returns text
    language sql stable parallel safe
    return nullif(current_setting('osn.reach', true), '');

create function database.purpose() returns text
    language sql stable parallel safe
    return nullif(current_setting('osn.purpose', true), '');
