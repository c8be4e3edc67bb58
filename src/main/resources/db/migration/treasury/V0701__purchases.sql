-- What is bought: from whom, what was ordered, what came, what was billed, and when it was paid.

create schema treasury;

create table treasury.supplier (
    id           uuid        primary key,
    organization uuid,                                 -- whose list it is in; none: the network's coordination
    name         text        not null,
    afm          text        not null check (afm ~ '^([0-9]{9})?$'),  -- empty where nobody knows it
    made_at      timestamptz not null
);
create unique index supplier_by_afm on treasury.supplier (organization, afm) nulls not distinct where afm <> '';
create index supplier_by_name on treasury.supplier (organization, name, id);

create table treasury.purchase (
    id           uuid           primary key,
    organization uuid,
    envelope     uuid           not null,              -- of the budget
    earmark      uuid           not null,              -- of the budget
    supplier     uuid           not null references treasury.supplier,
    number       text           not null,
    ordered_on   date           not null,
    total        numeric(14, 2) not null check (total > 0),
    made_by      uuid,
    made_at      timestamptz    not null,
    closed_at    timestamptz                            -- nothing more is expected
);
create index purchase_of_envelope on treasury.purchase (envelope, id desc);
create index purchase_of_supplier on treasury.purchase (supplier);
create index purchase_of_organization on treasury.purchase (organization, id desc);
create unique index purchase_by_number on treasury.purchase (envelope, number);
create unique index purchase_by_earmark on treasury.purchase (earmark);

create table treasury.purchase_line (
    purchase uuid           not null references treasury.purchase,
    place    integer        not null,
    what     text           not null,
    quantity numeric(12, 2) not null check (quantity > 0),
    price    numeric(14, 2) not null check (price >= 0),   -- of one
    primary key (purchase, place)
);

create table treasury.receipt (
    id          uuid        primary key,
    purchase    uuid        not null references treasury.purchase,
    received_on date        not null,
    made_by     uuid,
    made_at     timestamptz not null
);
create index receipt_of_purchase on treasury.receipt (purchase);

create table treasury.receipt_line (
    receipt  uuid           not null references treasury.receipt,
    place    integer        not null,
    quantity numeric(12, 2) not null check (quantity > 0),
    primary key (receipt, place)
);

create table treasury.invoice (
    id       uuid           primary key,
    purchase uuid           not null references treasury.purchase,
    supplier uuid           not null references treasury.supplier,
    number   text           not null,
    dated    date           not null,
    total    numeric(14, 2) not null check (total > 0),
    made_by  uuid,
    made_at  timestamptz    not null,
    paid_on  date,                                      -- as it was asked for; the act says whether it passed
    act      uuid,                                      -- of the budget: the payment
    why      text           not null default '',        -- why it is paid although something differs
    constraint paid_by_an_act check ((paid_on is null) = (act is null))
);
create index invoice_of_purchase on treasury.invoice (purchase);
create unique index invoice_by_number on treasury.invoice (supplier, number);

create table treasury.invoice_line (
    invoice  uuid           not null references treasury.invoice,
    place    integer        not null,
    quantity numeric(12, 2) not null check (quantity > 0),
    price    numeric(14, 2) not null check (price >= 0),
    primary key (invoice, place)
);

alter table treasury.supplier enable row level security;
alter table treasury.supplier force row level security;
create policy kept on treasury.supplier using ((select database.reach()) in ('system', 'network')
    or (select database.reach()) = 'organization' and organization = (select database.organization()));

alter table treasury.purchase enable row level security;
alter table treasury.purchase force row level security;
create policy kept on treasury.purchase using ((select database.reach()) in ('system', 'network')
    or (select database.reach()) = 'organization' and organization = (select database.organization()));

alter table treasury.purchase_line enable row level security;
alter table treasury.purchase_line force row level security;
create policy of_purchase on treasury.purchase_line
    using (exists (select from treasury.purchase p where p.id = purchase));

alter table treasury.receipt enable row level security;
alter table treasury.receipt force row level security;
create policy of_purchase on treasury.receipt using (exists (select from treasury.purchase p where p.id = purchase));

alter table treasury.receipt_line enable row level security;
alter table treasury.receipt_line force row level security;
create policy of_receipt on treasury.receipt_line using (exists (select from treasury.receipt r where r.id = receipt));

alter table treasury.invoice enable row level security;
alter table treasury.invoice force row level security;
create policy of_purchase on treasury.invoice using (exists (select from treasury.purchase p where p.id = purchase));

alter table treasury.invoice_line enable row level security;
alter table treasury.invoice_line force row level security;
create policy of_invoice on treasury.invoice_line using (exists (select from treasury.invoice i where i.id = invoice));
