package org.opensocialnet.asks;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.opensocialnet.attachments.Attachments;
import org.opensocialnet.retention.Keeping;
import org.opensocialnet.settings.Setting;
import org.opensocialnet.web.Words;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Files go some time after the request they belong to is over. */
@Component
@Transactional
class FolderKeeping implements Keeping {

    private static final int AT_ONCE = 1_000;
    private static final UUID NOBODY = new UUID(0, 0);

    private final Attachments attachments;
    private final JdbcClient jdbc;

    FolderKeeping(Attachments attachments, JdbcClient jdbc) {
        this.attachments = attachments;
        this.jdbc = jdbc;
    }

    private record Folder(UUID request, UUID organization) {}

    @Override
    public String code() {
        return "asks.folder";
    }

    @Override
    public String what(Words t) {
        return t.of("asks.kept.files");
    }

    @Override
    public Setting<Integer> time() {
        return AsksConfig.FILE_DAYS;
    }

    @Override
    public Unit unit() {
        return Unit.DAYS;
    }

    @Override
    public List<Sum> due(Instant before) {
        return jdbc.sql("""
                select coalesce(organization, :nobody) as organization, count(*)::int as rows
                from asks.folder where over_at < :before
                group by 1
                """)
                .param("nobody", NOBODY)
                .param("before", before.atOffset(ZoneOffset.UTC))
                .query((row, _) -> new Sum(row.getObject("organization", UUID.class), row.getInt("rows")))
                .list();
    }

    @Override
    public Forgotten forget(Instant before) {
        var gone = jdbc.sql("""
                delete from asks.folder
                where request in (select request from asks.folder where over_at < :before limit :most)
                returning request, coalesce(organization, :nobody) as organization
                """)
                .param("nobody", NOBODY)
                .param("most", AT_ONCE)
                .param("before", before.atOffset(ZoneOffset.UTC))
                .query((row, _) ->
                        new Folder(row.getObject("request", UUID.class), row.getObject("organization", UUID.class)))
                .list();
        gone.forEach(folder -> attachments.removeAll(AskFiles.owner(folder.request())));
        var sums = gone.stream().collect(Collectors.groupingBy(Folder::organization, Collectors.summingInt(_ -> 1)));
        return new Forgotten(
                sums.entrySet().stream()
                        .map(sum -> new Sum(sum.getKey(), sum.getValue()))
                        .toList(),
                due(before).stream().mapToInt(Sum::rows).sum());
    }
}
