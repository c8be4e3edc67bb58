-- The history of a record tells of files too: what they brought, and that it was taken back. Its "by" is the other directory.
alter table drafts.change_set drop constraint change_set_what_check;
alter table drafts.change_set add constraint change_set_what_check check (
    what in ('created', 'changed', 'confirmed', 'retired', 'restored', 'undone', 'imported', 'returned'));
