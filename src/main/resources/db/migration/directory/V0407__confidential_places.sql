-- Which organisations have a place that is kept secret is asked whenever somebody is looked for elsewhere.
create index location_confidential on directory.location (organization_id) where confidential;
