package org.opensocialnet.parcels;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.opensocialnet.directory.HsdsTable;
import org.opensocialnet.intake.IntakeOptions.Extent;
import org.opensocialnet.intake.RowOrigin;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** A directory's data in one of the forms of HSDS 2 and 3, turned into rows. */
public final class HsdsFile implements AutoCloseable {

    private static final Pattern NESTED =
            Pattern.compile("\"(phones|schedules|service_at_locations|attributes|contacts|addresses)\"\\s*:\\s*\\[");

    private static final int LONGEST_DESCRIPTION = 8 << 20;

    private final Parcel parcel;
    private final Limits limits;

    private HsdsFile(Parcel parcel, Limits limits) {
        this.parcel = parcel;
        this.limits = limits;
    }

    public static HsdsFile open(Path path) throws IOException {
        return open(path, Limits.USUAL);
    }

    static HsdsFile open(Path path, Limits limits) throws IOException {
        return new HsdsFile(Parcel.open(path, limits), limits);
    }

    @Override
    public void close() throws IOException {
        parcel.close();
    }

    /**
     * How much of its source it tells. Tables with organisations are everything there is; nested records are
     * whole by themselves; anything else is taken row by row, so that nothing is lost by being left unsaid.
     */
    public Extent extent() throws IOException {
        var members = parcel.members();
        if (members.size() > 1
                && members.stream()
                        .anyMatch(each ->
                                each.isCsv() && TableName.of(each.name()).equals(Optional.of("organization")))) {
            return Extent.WHOLE_SOURCE;
        }
        for (var member : members) {
            if (member.isJson() && isNested(member)) {
                return Extent.WHOLE_RECORDS;
            }
        }
        return Extent.SINGLE_ROWS;
    }

    private static boolean isNested(Parcel.Member member) throws IOException {
        try (var in = member.open()) {
            return NESTED.matcher(new String(in.readNBytes(1 << 18), StandardCharsets.UTF_8))
                    .find();
        }
    }

    /** Reads everything, telling each file's name before its rows. */
    public void read(RowSink rows, Consumer<String> starting) throws IOException {
        var sink = new OlderHsds(rows);
        var described = description();
        boolean any = false;
        for (var member : inOrder()) {
            var table = described.getOrDefault(
                    member.plainName(), TableName.of(member.name()).orElse(""));
            if (member.isCsv() && !table.isEmpty()) {
                starting.accept(member.name());
                try (var in = member.open()) {
                    new CsvTable(member.name(), table, limits, sink).read(in);
                }
                any = true;
            } else if (member.isJson() && !member.plainName().equals("datapackage.json")) {
                starting.accept(member.name());
                try (var in = member.open()) {
                    new JsonRecords(member.name(), limits, sink).read(in);
                }
                any = true;
            } else if (!member.plainName().equals("datapackage.json")) {
                sink.row(member.plainName(), new RowOrigin(member.name(), 0), Map.of());
            }
        }
        if (!any) {
            throw Limits.refusal("nothing to import", Unreadable.NOTHING_IN_IT);
        }
    }

    /** In the order in which tables refer to each other, which spares the directory waiting rows. */
    private List<Parcel.Member> inOrder() {
        var order = HsdsTable.all().stream().map(HsdsTable::name).toList();
        var members = new ArrayList<>(parcel.members());
        members.sort(Comparator.comparingInt(member -> {
            var table = TableName.of(member.name()).orElse("");
            return OlderHsds.comesFirst(table) ? -2 : order.indexOf(table);
        }));
        return members;
    }

    /** Which table each file holds, where a data package says so. */
    private Map<String, String> description() throws IOException {
        var tables = new HashMap<String, String>();
        for (var member : parcel.members()) {
            if (member.plainName().equals("datapackage.json")) {
                try (var in = member.open()) {
                    describe(member.name(), in, tables);
                }
            }
        }
        return tables;
    }

    private static void describe(String file, InputStream in, Map<String, String> tables) throws IOException {
        try {
            var resources = JsonMapper.shared()
                    .readTree(in.readNBytes(LONGEST_DESCRIPTION))
                    .path("resources");
            for (var resource : resources) {
                var path = resource.path("path").asString("");
                TableName.of(resource.path("name").asString(""))
                        .ifPresent(table -> tables.put(
                                path.substring(path.lastIndexOf('/') + 1).toLowerCase(), table));
            }
        } catch (JacksonException broken) {
            throw Limits.refusal(file, Unreadable.NOT_JSON);
        }
    }
}
