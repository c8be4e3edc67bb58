-- When a member's second step is taken away, what might lie in the lost phone ends with it.

create policy reset on passkeys.passkey
    using ((select database.reach()) = 'system' and (select database.purpose()) = 'sign-in')
    with check (false);
