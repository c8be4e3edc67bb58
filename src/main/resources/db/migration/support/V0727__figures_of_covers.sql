-- How far covers have come, for lists of rooms above; whoever asks sees those the policies show.
create view support.public_cover with (security_invoker = true) as
select id, request, line, organization, quantity, going, delivered, confirmed
from support.cover;

-- Whether the giver of a cover may be named in public, as the giver said last.
create function support.name_giver(covering uuid, may_be_named boolean, at timestamptz) returns void
    language plpgsql as $$
declare
    reach constant text := support.as_program();
begin
    update support.cover set named = may_be_named, changed_at = at
    where id = covering and named <> may_be_named
      and (database.organization() is null or organization = database.organization());
    perform set_config('osn.reach', reach, true);
end
$$;

-- What citizens are called to give: nothing of who asks, for whom, or why.
create view support.public_open_line with (security_invoker = true) as
select l.id, l.request, l.kind, l.item, l.what, l.unit, l.quantity - l.covered as open, l.zone, l.place, l.needed_by
from support.line l
join support.request r on r.id = l.request
where l.citizens and l.kind <> 'money' and l.covered < l.quantity
  and r.status in ('Open', 'PartlyCovered', 'InDelivery', 'PartlyDelivered');
