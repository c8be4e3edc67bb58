-- What organisations ask each other for: one line for each kind of good, with what is usual.
create schema goods;

-- One kind of good. usual_…: how many one asks for; price_…: of one, in euros; quota: how many one organisation gets in 30 days.
create table goods.item (
    id           uuid           primary key,
    name         text           not null check (length(name) between 1 and 120),
    name_en      text           not null check (length(name_en) between 1 and 120),
    unit         text           not null check (unit in ('item', 'parcel', 'meal')),
    usual_least  integer        not null check (usual_least > 0),
    usual_most   integer        not null,
    price_least  numeric(12, 2) not null check (price_least >= 0),
    price_most   numeric(12, 2) not null,
    quota        integer        check (quota > 0),
    service_type text           not null,                 -- the kind of service it mostly serves, in the words of osn-service
    changed_at   timestamptz    not null default now(),
    retired_at   timestamptz,
    version      integer        not null default 0,
    constraint usual_in_order check (usual_least <= usual_most),
    constraint price_in_order check (price_least <= price_most)
);
create unique index item_by_name on goods.item (name) where retired_at is null;

insert into goods.item (id, name, name_en, unit, usual_least, usual_most, price_least, price_most, quota, service_type)
select uuidv7(), i.*
from (values
    ('Υπνόσακος', 'Sleeping bag', 'item', 5, 100, 18.00, 45.00, 100, 'night-shelter'),
    ('Κουβέρτα', 'Blanket', 'item', 10, 200, 7.00, 20.00, 300, 'night-shelter'),
    ('Στρώμα μονό', 'Single mattress', 'item', 1, 40, 60.00, 160.00, 40, 'night-shelter'),
    ('Σετ σεντόνια', 'Set of sheets', 'item', 5, 100, 10.00, 30.00, 150, 'night-shelter'),
    ('Δέμα τροφίμων', 'Food parcel', 'parcel', 10, 300, 15.00, 40.00, 500, 'food-parcels'),
    ('Έτοιμο γεύμα', 'Ready meal', 'meal', 20, 500, 2.00, 6.00, 3000, 'soup-kitchen'),
    ('Νερό, εξάδα', 'Water, six bottles', 'item', 10, 300, 1.20, 3.00, 600, 'soup-kitchen'),
    ('Βρεφικό γάλα, κουτί', 'Infant formula, tin', 'item', 4, 60, 9.00, 25.00, 120, 'baby-goods'),
    ('Πάνες, συσκευασία', 'Nappies, pack', 'item', 5, 100, 7.00, 18.00, 200, 'baby-goods'),
    ('Είδη ατομικής υγιεινής, σετ', 'Hygiene kit', 'item', 10, 200, 4.00, 12.00, 400, 'hygiene'),
    ('Σερβιέτες, συσκευασία', 'Sanitary towels, pack', 'item', 10, 200, 1.50, 5.00, 400, 'hygiene'),
    ('Πετσέτα', 'Towel', 'item', 10, 150, 3.00, 10.00, 200, 'hygiene'),
    ('Εσώρουχα και κάλτσες, σετ', 'Underwear and socks, set', 'item', 10, 200, 3.00, 10.00, 400, 'clothing'),
    ('Χειμωνιάτικο μπουφάν', 'Winter jacket', 'item', 5, 80, 20.00, 60.00, 100, 'clothing'),
    ('Παπούτσια, ζευγάρι', 'Shoes, pair', 'item', 5, 80, 18.00, 50.00, 100, 'clothing'),
    ('Σχολικά είδη, τσάντα', 'School kit, bag', 'item', 5, 120, 15.00, 45.00, 200, 'school-supplies'),
    ('Φαρμακείο πρώτων βοηθειών', 'First-aid kit', 'item', 1, 20, 15.00, 60.00, 30, 'primary-care'),
    ('Κιτ ναλοξόνης', 'Naloxone kit', 'item', 5, 100, 25.00, 60.00, 200, 'naloxone')
) i (name, name_en, unit, usual_least, usual_most, price_least, price_most, quota, service_type);
