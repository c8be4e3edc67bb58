-- Money that came from an envelope one may not see still came: its act is read with the envelope it went to, so that an
-- organisation's journal and closed periods hold all that its postings hold. It is decided upon where it came from.

drop policy of_envelope on budget.act;
create policy of_envelope on budget.act
    using ((select database.reach()) in ('system', 'network') or budget.seen(envelope)
        or state = 'done' and other is not null and budget.seen(other))
    with check ((select database.reach()) in ('system', 'network') or budget.seen(envelope));
