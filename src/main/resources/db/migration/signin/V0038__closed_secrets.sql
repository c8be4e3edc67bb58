-- What an authenticator app and we share lies closed: this names the key, which is not in the database. Without a name it
-- lies open, as releases before left it; the program closes it when it starts.

alter table signin.authenticator add column key text;

create index authenticator_key on signin.authenticator (key);
