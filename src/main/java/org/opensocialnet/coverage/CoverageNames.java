package org.opensocialnet.coverage;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.opensocialnet.evidence.Picture;
import org.opensocialnet.places.Places;
import org.opensocialnet.web.Words;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How kinds of service, groups, communities and organisations are called in the reader's language. */
@Component
class CoverageNames {

    private final JdbcClient jdbc;
    private final Places places;

    CoverageNames(JdbcClient jdbc, Places places) {
        this.jdbc = jdbc;
        this.places = places;
    }

    /** The names of one page. */
    record Named(
            Map<String, String> types,
            Map<String, String> groups,
            Map<String, String> zones,
            Map<String, String> organizations,
            String all,
            String unsaid) {

        String type(String code) {
            return name(types, code);
        }

        String group(String code) {
            return name(groups, code);
        }

        String zone(String code) {
            return name(zones, code);
        }

        String organization(String id) {
            return name(organizations, id);
        }

        private String name(Map<String, String> names, String code) {
            return code.equals(Picture.ALL)
                    ? all
                    : code.equals(Picture.UNSAID) ? unsaid : names.getOrDefault(code, code);
        }
    }

    Named of(Collection<String> organizations, Words t) {
        var types = new HashMap<String, String>();
        var groups = new HashMap<String, String>();
        jdbc.sql("""
                select x.code as vocabulary, t.code, t.name, t.translations
                from directory.public_taxonomy_term t
                join directory.public_taxonomy x on x.id = t.taxonomy_id
                where x.code in ('osn-service', 'osn-target-group') and t.code is not null
                limit 5000
                """)
                .query((row, _) -> {
                    var names = row.getString("vocabulary").equals("osn-service") ? types : groups;
                    return names.put(
                            row.getString("code"),
                            t.text(row.getString("name"), row.getString("translations"), "name")
                                    .text());
                })
                .list();
        var zones = new HashMap<String, String>();
        places.communities().forEach(place -> zones.put(place.code(), place.name(t.lang())));
        return new Named(
                types,
                groups,
                zones,
                organizations.isEmpty() ? Map.of() : organizations(organizations, t),
                t.of("coverage.all"),
                t.of("coverage.unsaid"));
    }

    private Map<String, String> organizations(Collection<String> ids, Words t) {
        var names = new HashMap<String, String>();
        jdbc.sql("""
                select id, name, translations from directory.public_organization
                where id::text = any(cast(:ids as text[]))
                limit 5000
                """)
                .param("ids", ids.toArray(String[]::new))
                .query((row, _) -> names.put(
                        row.getString("id"),
                        t.text(row.getString("name"), row.getString("translations"), "name")
                                .text()))
                .list();
        return names;
    }
}
