package org.opensocialnet.exchange;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.database.Rows;
import org.opensocialnet.kernel.Refusal;
import org.opensocialnet.web.Language;
import org.opensocialnet.web.Words;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** All public pages for search engines, each in both languages. */
@RestController
class Sitemap {

    /** A sitemap may hold fifty thousand addresses and fifty megabytes; each page has two addresses. */
    private static final int MOST = 10_000;

    /** A page's address with scheme and host, in a language. */
    interface Address {
        String of(Language language, String path);
    }

    record Row(String kind, UUID id, @Nullable LocalDate changed) {}

    private final JdbcClient jdbc;
    private final int most;

    @Autowired
    Sitemap(JdbcClient jdbc) {
        this(jdbc, MOST);
    }

    Sitemap(JdbcClient jdbc, int most) {
        this.jdbc = jdbc;
        this.most = most;
    }

    /** All pages where one sitemap holds them, else the list of sitemaps; {@code ?part=2} is the second of them. */
    @GetMapping(value = "/sitemap.xml", produces = MediaType.APPLICATION_XML_VALUE)
    String sitemap(@RequestParam(defaultValue = "0") int part, Words t) {
        return sitemap(part, t::address);
    }

    String sitemap(int part, Address t) {
        int parts = Math.max(1, (pages() + most - 1) / most);
        if (part < 0 || part > parts) {
            throw Refusal.notFound("exchange.sitemap.unknown");
        }
        return part == 0 && parts > 1 ? list(parts, t) : part(Math.max(1, part), t);
    }

    private static String list(int parts, Address t) {
        var list = new StringBuilder("""
                <?xml version="1.0" encoding="UTF-8"?>
                <sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
                """);
        for (int part = 1; part <= parts; part++) {
            list.append("<sitemap><loc>")
                    .append(t.of(Language.GREEK, "/sitemap.xml?part=" + part))
                    .append("</loc></sitemap>\n");
        }
        return list.append("</sitemapindex>\n").toString();
    }

    private String part(int part, Address t) {
        var pages = new StringBuilder("""
                <?xml version="1.0" encoding="UTF-8"?>
                <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
                """);
        if (part == 1) {
            Stream.of("/", "/find", "/quality", "/guide", "/account", "/accessibility", "/privacy")
                    .forEach(path -> add(pages, t, path, null));
        }
        rows(part).forEach(row -> add(pages, t, "/" + row.kind() + "/" + row.id(), row.changed()));
        return pages.append("</urlset>\n").toString();
    }

    private int pages() {
        return jdbc.sql("""
                select (select count(*)
                        from directory.public_service
                        where gone_at is null and status in ('active', 'temporarily closed'))
                     + (select count(*)
                        from directory.public_organization
                        where gone_at is null)
                """).query(Integer.class).single();
    }

    private List<Row> rows(int part) {
        return jdbc.sql("""
                select 'service' as kind, id, cast(coalesce(last_modified, changed_at) as date) as changed
                from directory.public_service
                where gone_at is null and status in ('active', 'temporarily closed')
                union all
                select 'organization', id, cast(changed_at as date)
                from directory.public_organization
                where gone_at is null
                order by kind, id
                limit :most offset :before
                """)
                .param("most", most)
                .param("before", (part - 1) * most)
                .query(Rows.of(Row.class))
                .list();
    }

    private static void add(StringBuilder pages, Address t, String path, @Nullable LocalDate changed) {
        for (var language : Language.values()) {
            pages.append("<url><loc>").append(t.of(language, path)).append("</loc>");
            for (var other : Language.values()) {
                pages.append("<xhtml:link rel=\"alternate\" hreflang=\"")
                        .append(other.code())
                        .append("\" href=\"")
                        .append(t.of(other, path))
                        .append("\"/>");
            }
            if (changed != null) {
                pages.append("<lastmod>").append(changed).append("</lastmod>");
            }
            pages.append("</url>\n");
        }
    }
}
