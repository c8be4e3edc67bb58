-- One organisation's people behind a token, without reading those of all others; and whether one person carries it.
create index token_in_organization on people.token (token, organization, person);
