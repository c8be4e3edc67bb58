-- For rooms that keep care of people: whose care is open to the organisation that looks, at this moment.
create view people.public_care_opened with (security_invoker = true) as
    select person
    from people.share
    where recipient = (select database.organization()) and care and starts_at <= now() and now() < ends_at;
