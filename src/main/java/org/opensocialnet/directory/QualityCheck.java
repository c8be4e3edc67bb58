package org.opensocialnet.directory;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.database.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Holds services against the published criteria. */
@Component
class QualityCheck {

    private static final int GOOD_DESCRIPTION = 80;
    private static final int SHORT_DESCRIPTION = 30;
    private static final int CAPACITY_DAYS = 30;

    private final JdbcClient jdbc;
    private final Clock clock;

    QualityCheck(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What the criteria ask of one service. A capacity that nobody counts is not asked for. */
    record Facts(
            UUID id,
            @Nullable LocalDate assuredDate,
            boolean place,
            boolean phone,
            int description,
            boolean cost,
            boolean hours,
            boolean kind,
            boolean groups,
            boolean languages,
            @Nullable LocalDate capacityUpdated) {}

    Map<UUID, Quality> of(Collection<UUID> services) {
        var today = LocalDate.ofInstant(clock.instant(), clock.getZone());
        var found = new HashMap<UUID, Quality>();
        jdbc.sql("""
                        select s.id,
                               s.assured_date,
                               not exists (select from directory.service_at_location a where a.service_id = s.id)
                                   or exists (
                                       select
                                       from directory.service_at_location a
                                       join directory.location l on l.id = a.location_id
                                       where a.service_id = s.id
                                         and (l.location_type <> 'physical' or l.area is not null
                                              or exists (select from directory.address d where d.location_id = l.id)))
                                   as place,
                               exists (select from directory.phone p where p.service_id = s.id)
                                   or exists (select from directory.phone p where p.organization_id = s.organization_id)
                                   or exists (
                                       select
                                       from directory.service_at_location a
                                       join directory.phone p
                                           on p.service_at_location_id = a.id or p.location_id = a.location_id
                                       where a.service_id = s.id)
                                   as phone,
                               length(coalesce(s.description, '')) as description,
                               s.free_of_charge is not null or s.fees_description is not null
                                   or exists (select from directory.cost_option c where c.service_id = s.id)
                                   as cost,
                               exists (select from directory.schedule h where h.service_id = s.id)
                                   or exists (
                                       select
                                       from directory.service_at_location a
                                       join directory.schedule h
                                           on h.service_at_location_id = a.id or h.location_id = a.location_id
                                       where a.service_id = s.id)
                                   as hours,
                               exists (
                                   select
                                   from directory.attribute t
                                   join directory.taxonomy_term w on w.id = t.taxonomy_term_id
                                   join directory.taxonomy v on v.id = w.taxonomy_id
                                   where t.link_id = s.id and v.code is distinct from 'osn-target-group')
                                   as kind,
                               exists (
                                   select
                                   from directory.attribute t
                                   join directory.taxonomy_term w on w.id = t.taxonomy_term_id
                                   join directory.taxonomy v on v.id = w.taxonomy_id
                                   where t.link_id = s.id and v.code = 'osn-target-group')
                                   or s.eligibility_description is not null
                                   as groups,
                               exists (select from directory.language g where g.service_id = s.id)
                                   or exists (
                                       select
                                       from directory.service_at_location a
                                       join directory.language g on g.location_id = a.location_id
                                       where a.service_id = s.id)
                                   as languages,
                               (select max(c.updated)::date from directory.service_capacity c where c.service_id = s.id)
                                   as capacity_updated
                        from directory.service s
                        where s.id = any (:services::uuid[])""")
                .param("services", services.toArray(UUID[]::new))
                .query(Rows.of(Facts.class))
                .list()
                .forEach(facts -> found.put(facts.id(), judged(facts, today)));
        return found;
    }

    static Quality judged(Facts facts, LocalDate today) {
        double earned = 0;
        double asked = 0;
        var unmet = new ArrayList<Criterion>();
        for (var criterion : Criterion.values()) {
            if (criterion == Criterion.CAPACITY && facts.capacityUpdated() == null) {
                continue;
            }
            double share = share(criterion, facts, today);
            asked += criterion.weight();
            earned += criterion.weight() * share;
            if (share < 1) {
                unmet.add(criterion);
            }
        }
        return new Quality((int) Math.round(100 * earned / asked), unmet, Freshness.of(facts.assuredDate(), today));
    }

    private static double share(Criterion criterion, Facts facts, LocalDate today) {
        return switch (criterion) {
            case CONFIRMED -> Freshness.share(facts.assuredDate(), today);
            case PLACE -> met(facts.place());
            case HOURS -> met(facts.hours());
            case PHONE -> met(facts.phone());
            case DESCRIPTION ->
                facts.description() >= GOOD_DESCRIPTION ? 1 : facts.description() >= SHORT_DESCRIPTION ? 0.5 : 0;
            case KIND -> met(facts.kind());
            case GROUPS -> met(facts.groups());
            case COST -> met(facts.cost());
            case LANGUAGES -> met(facts.languages());
            case CAPACITY ->
                met(facts.capacityUpdated() != null
                        && !facts.capacityUpdated().isBefore(today.minusDays(CAPACITY_DAYS)));
        };
    }

    private static double met(boolean met) {
        return met ? 1 : 0;
    }
}
