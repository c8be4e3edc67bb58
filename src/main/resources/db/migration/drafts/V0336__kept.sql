-- The organisations whose records whoever looks keeps: the own one, those granted by a claim, and their units all the way
-- down. With the looker's own eyes, so that rooms above can write it into their policies.
create view drafts.public_kept with (security_invoker = true) as
with recursive kept (id) as (
    (select (select database.organization())
     union
     select claimed from drafts.claim where organization = (select database.organization()) and granted)
    union
    select o.id
    from directory.public_organization o
    join kept k on k.id = o.parent_organization_id)
select id from kept where id is not null;
