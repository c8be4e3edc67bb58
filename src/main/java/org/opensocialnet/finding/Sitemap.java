package org.opensocialnet.finding;

import java.time.LocalDate;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.opensocialnet.database.Rows;
import org.opensocialnet.web.Words;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** All public pages for search engines, each in both languages. */
@RestController
class Sitemap {

    /** A sitemap may hold fifty thousand addresses; each page has two. */
    private static final int MOST = 24_000;

    record Row(String kind, UUID id, @Nullable LocalDate changed) {}

    private final JdbcClient jdbc;

    Sitemap(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @GetMapping(value = "/sitemap.xml", produces = MediaType.APPLICATION_XML_VALUE)
    String sitemap(Words t) {
        var pages = new StringBuilder("""
                <?xml version="1.0" encoding="UTF-8"?>
                <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
                """);
        Stream.of("/", "/quality", "/guide", "/accessibility", "/privacy").forEach(path -> add(pages, t, path, null));
        rows().forEach(row -> add(pages, t, "/" + row.kind() + "/" + row.id(), row.changed()));
        return pages.append("</urlset>\n").toString();
    }

    private java.util.List<Row> rows() {
        return jdbc.sql("""
                select 'service' as kind, id, cast(coalesce(last_modified, changed_at) as date) as changed
                from directory.public_service
                where gone_at is null and status in ('active', 'temporarily closed')
                union all
                select 'organization', id, cast(changed_at as date)
                from directory.public_organization
                where gone_at is null
                limit :most
                """).param("most", MOST).query(Rows.of(Row.class)).list();
    }

    private static void add(StringBuilder pages, Words t, String path, @Nullable LocalDate changed) {
        for (var language : org.opensocialnet.web.Language.values()) {
            pages.append("<url><loc>").append(t.address(language, path)).append("</loc>");
            for (var other : org.opensocialnet.web.Language.values()) {
                pages.append("<xhtml:link rel=\"alternate\" hreflang=\"")
                        .append(other.code())
                        .append("\" href=\"")
                        .append(t.address(other, path))
                        .append("\"/>");
            }
            if (changed != null) {
                pages.append("<lastmod>").append(changed).append("</lastmod>");
            }
            pages.append("</url>\n");
        }
    }
}
