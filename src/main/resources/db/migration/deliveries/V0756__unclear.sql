-- Whether less was confirmed than left, so that what is unclear is found without looking at all that was ever confirmed.
alter table deliveries.handover add column unclear boolean not null default false;
create index handover_unclear on deliveries.handover (organization) where unclear;
create index handover_unanswered on deliveries.handover (handed_at) where state = 'handed';
create index handover_to_bring on deliveries.handover (delivery) where state = 'planned';
